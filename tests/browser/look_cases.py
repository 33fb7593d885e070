# SPDX-License-Identifier: MIT
"""Looking at a notice: search, filters, clicks both ways, keys, language, theme, hostile text, narrow screens."""
from page_case import HOSTILE, NOTICE, PageCase, TOOLS

CONTRAST = """(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const low = new Set();
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || element.closest(':disabled, script, style, template, svg, .away') || !element.checkVisibility()) continue;
    const a = luminance(channels(getComputedStyle(element).color));
    const b = luminance(behind(element));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...low];
})()"""


class Looking(PageCase):
    def test_search_narrows_the_table_and_the_address_keeps_it(self):
        page = self.open_notice()
        everything = self.rows()
        self.assertGreater(len(everything), 6)
        self.keys("/")
        self.b.type("危桥")
        self.b.wait("document.querySelectorAll('#grid .body .row').length === 1")
        self.assertIn("改造危桥12座", self.text("#grid .body .row"))
        self.assertEqual(self.hash(), {"q": "危桥"})
        self.b.open(page, "#q=%E5%8D%B1%E6%A1%A5")
        self.assertEqual(len(self.rows()), 1)
        self.assertEqual(self.js("document.querySelector('#filter-q').value"), "危桥")
        self.b.click("#filter-clear")
        self.assertEqual(self.rows(), everything)

    def test_filters_by_unit_role_kind_and_last_day(self):
        self.open_notice()
        self.choose("#filter-unit", "县交通运输局")
        self.assertEqual(self.rows(), ["2.1", "2.2"])
        self.choose("#filter-role", "cooperate")
        self.assertEqual(self.rows(), [])
        self.choose("#filter-unit", "")
        self.assertEqual(self.rows(), ["2.1"])
        self.b.click("#filter-clear")
        self.choose("#filter-unit", "-")
        self.assertNotIn("2.1", self.rows())
        self.assertIn("2.4", self.rows())
        self.b.click("#filter-clear")
        self.choose("#filter-kind", "goal")
        self.assertEqual(len(self.rows()), 1)
        self.b.click("#filter-clear")
        self.choose("#filter-to", "2025-06-30")
        self.assertIn("2.1", self.rows())
        self.assertNotIn("2.2", self.rows())
        self.assertNotIn("2.4", self.rows())

    def test_sorts_by_last_day_both_ways(self):
        self.open_notice()
        self.b.click("[data-sort=due]")
        self.assertEqual(self.rows()[0], "3.1")
        self.assertEqual(self.js("document.querySelector('.c-due[role=columnheader]').ariaSort"), "ascending")
        self.b.click("[data-sort=due]")
        self.assertEqual(self.rows()[-1], "3.1")
        self.assertEqual(self.hash(), {"sort": "due", "dir": "desc"})

    def test_a_row_leads_to_the_text_and_the_text_to_the_row(self):
        self.open_notice()
        self.b.click("#grid .row[data-task='2.2']")
        self.assertTrue(self.is_seen("#text .selected"))
        self.assertIn("改造危桥12座", self.js("[...document.querySelectorAll('#text .selected')].map((piece) => piece.textContent).join('')"))
        self.assertIn("县交通局", self.text("#inspector"))
        self.b.click("#text mark.m-unit[data-task='2.3'], #text span.m-task[data-task='2.3']")
        self.assertEqual(self.hash()["task"], "2.3")
        self.assertEqual(self.js("document.querySelector('#grid [aria-selected=true]').dataset.task"), "2.3")

    def test_marks_differ_by_more_than_colour(self):
        self.open_notice()
        lines = {kind: self.js(f"getComputedStyle(document.querySelector('#text .m-{kind}')).borderBottomStyle")
                 for kind in ("unit", "time", "target")}
        self.assertEqual(lines, {"unit": "solid", "time": "dashed", "target": "double"})

    def test_charts_lead_to_tasks_and_units(self):
        self.open_notice()
        self.keys("2")
        self.assertTrue(self.is_seen("#view-timeline svg"))
        self.b.click("#view-timeline .row[data-task='2.2']")
        self.assertEqual(self.hash()["task"], "2.2")
        self.keys("3")
        self.b.click("#view-matrix .cell[data-task='2.1']")
        self.assertEqual(self.hash()["task"], "2.1")
        self.b.click("#view-matrix .unit[data-unit='县交通运输局']")
        self.assertEqual(self.rows(), ["2.1", "2.2"])
        self.keys("4")
        self.assertIn("95%", self.text("#view-targets"))

    def test_a_diagnostic_leads_to_its_place(self):
        self.open_notice(NOTICE.replace("（四）", "（六）"))
        self.keys("5")
        self.b.click("#view-diagnostics .note")
        self.assertEqual(self.count("#text .flash"), 1)

    def test_keys(self):
        self.open_notice()
        first, second = self.rows()[:2]
        self.keys("j")
        self.assertEqual(self.hash()["task"], first)
        self.keys("j")
        self.assertEqual(self.hash()["task"], second)
        self.keys("k")
        self.assertEqual(self.hash()["task"], first)
        self.keys("ArrowDown", "Enter")
        self.assertEqual(self.hash()["task"], second)
        self.assertEqual(self.js("document.activeElement.id"), "text")
        self.keys("Escape")
        self.assertNotIn("task", self.hash())
        self.keys("o")
        self.assertTrue(self.is_seen("#outline"))
        self.keys("Escape", "?")
        self.assertTrue(self.js("document.querySelector('#help').open"))
        self.keys("Escape")
        self.assertFalse(self.js("document.querySelector('#help').open"))

    def test_the_outline_has_the_headings_and_leads_to_them(self):
        self.open_notice()
        self.b.click("#outline-button")
        self.assertIn("三、进度安排", self.text("#outline"))
        self.b.click("#outline li:nth-of-type(3) button")
        self.assertEqual(self.count("#text .flash"), 1)

    def test_language_toggles_and_is_set_by_the_option(self):
        self.open_notice()
        self.assertEqual(self.js("document.documentElement.lang"), "zh-CN")
        self.assertIn("清单", self.text("#tabs"))
        self.keys("j")
        self.b.click("#language")
        self.assertIn("Timeline", self.text("#tabs"))
        self.assertEqual(self.hash()["lang"], "en")
        # Chinese words of the page itself are gone; those of the notice stay.
        for part in ("#tabs", "#filters label", ".verdict", "#legend", "#count", "#export-menu summary", "#grid .head"):
            with self.subTest(part=part): self.assertNotRegex(self.text(part), "[\u4e00-\u9fff]")
        self.open_notice(NOTICE, "--lang", "en")
        self.assertIn("Table", self.text("#tabs"))
        self.keys("2")
        self.assertIn("Deadline", self.text("#view-timeline"))
        self.b.click("#language")
        self.assertNotIn("Deadline", self.text("#view-timeline"))

    def test_theme_follows_the_system_and_the_button(self):
        page = self.open_notice()
        paper = "getComputedStyle(document.body).backgroundColor"
        light = self.js(paper)
        self.b.prefer("dark")
        dark = self.js(paper)
        self.assertNotEqual(light, dark)
        self.b.click("#theme")
        self.assertEqual(self.js(paper), light)
        self.b.open(page)
        self.assertEqual(self.js(paper), light)

    def test_text_is_readable_in_both_themes(self):
        for scheme in ("light", "dark"):
            self.open_notice()
            self.b.prefer(scheme)
            for view in range(1, 6):
                self.keys(str(view))
                if view == 1: self.keys("j", "j", "a")
                with self.subTest(scheme=scheme, view=view): self.assertEqual(self.js(CONTRAST), [])
            self.keys("e")
            with self.subTest(scheme=scheme, view="editor"): self.assertEqual(self.js(CONTRAST), [])

    def test_every_control_has_a_name(self):
        self.open_notice()
        self.keys("j", "e")
        nameless = self.js("""[...document.querySelectorAll('button, input, select, textarea, summary')].filter((control) =>
          !(control.innerText?.trim() || control.textContent.trim() || control.ariaLabel || control.labels?.length)).map((c) => c.outerHTML)""")
        self.assertEqual(nameless, [])

    def test_what_a_notice_says_never_runs(self):
        self.open_notice(HOSTILE)
        for view in "12345": self.keys(view)
        self.keys("1", "j", "e", "Escape", "j", "a")
        self.assertIsNone(self.js("window.ran ?? null"))
        self.assertEqual(self.count("img, #text script, #text a, a[href^=javascript]"), 0)
        self.assertIn("<img src=x onerror=", self.text("#text"))
        self.assertIn("{{script}} {{text}}", self.text("#text"))
        self.assertTrue(self.is_seen("#grid"))

    def test_places_count_code_points_beyond_the_basic_plane(self):
        self.open_notice(HOSTILE)
        self.assertIn("𠮷林街道办事处", self.js("[...document.querySelectorAll('#text .m-unit')].map((mark) => mark.textContent)"))

    def test_a_policy_forbids_everything_else(self):
        self.open_notice()
        blocked = self.js("""new Promise((done) => {
          document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
          const script = document.createElement('script'); script.textContent = 'window.ran = 7'; document.body.append(script);
          setTimeout(() => done('nothing'), 2000);
        })""")
        self.assertIn("script-src", blocked)
        self.assertIsNone(self.js("window.ran ?? null"))
        self.b.events.clear()  # the refusal is told on the console

    def test_a_phone_has_one_pane_and_no_sideways_scroll(self):
        self.b.resize(390, 844, phone=True)
        self.open_notice(NOTICE.replace("关于做好", "关于切实做好全县农村公路危旧桥梁改造提升三年行动暨"))
        for view in ("table", "timeline", "matrix", "targets", "diagnostics", "source"):
            self.b.click(f"#tab-{view}")
            with self.subTest(view=view):
                self.assertEqual(self.js("[innerWidth, document.documentElement.scrollWidth]"), [390, 390])
                self.assertEqual(self.is_seen("#text"), view == "source")
        self.b.click("#text span.m-task[data-task='2.2']")
        self.assertTrue(self.is_seen("#inspector"))
        self.b.click("#tab-table")
        self.b.click("#inspector [data-act=show]")
        self.assertEqual(self.hash()["view"], "source")

    def test_on_paper_there_is_the_table_and_the_notice_and_no_control(self):
        self.open_notice()
        self.keys("j")
        self.b.call("Emulation.setEmulatedMedia", media="print")
        try:
            for selector in ("#filters", "#inspector", ".actions", "#tabs", ".source-bar"): self.assertFalse(self.is_seen(selector))
            for selector in ("#grid", "#text", "h1"): self.assertTrue(self.is_seen(selector))
        finally:
            self.b.call("Emulation.setEmulatedMedia", media="")

    def test_a_page_without_the_notice_shows_the_tasks(self):
        import subprocess
        notice = self.write("notice.txt", NOTICE)
        tasks = self.write("tasks.json", subprocess.run([TOOLS.planparse, "--quiet", "--to", "json", notice], capture_output=True, text=True, check=True).stdout)
        self.b.open(self.make(tasks))
        without = self.rows()
        self.assertFalse(self.is_seen("#text"))
        self.b.open(self.make(tasks, "--source", notice))
        self.assertTrue(self.is_seen("#text"))
        self.assertEqual(self.rows(), without)
