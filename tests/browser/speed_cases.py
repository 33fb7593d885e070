# SPDX-License-Identifier: MIT
"""A long notice opens quickly, and a long table stays quick."""
import glob
import os

from page_case import PageCase, TOOLS, make_long_notice

OPEN_MS = 2000    # from the start of loading to a page that can be used
REPLY_MS = 500    # from a key to the drawn answer
FRAME = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


class Speed(PageCase):
    def test_a_notice_of_256_kb_opens_in_under_two_seconds(self):
        shared = sorted(glob.glob(os.path.join(TOOLS.shared, "notices", "000_*.txt")))
        text = open(shared[0], encoding="utf-8", newline="").read() if shared else make_long_notice(1000)
        self.assertGreater(len(text.encode()), 240_000)
        page = self.make(self.write("notice.txt", text))
        times = []
        for _ in range(3):  # the best of three: other programs run on the same machine
            self.b.open(page)
            times.append(int(self.js("document.documentElement.dataset.ready")))
        print(f"opened in {times} ms", end=" ", flush=True)
        self.assertLess(min(times), OPEN_MS)

    def test_two_thousand_tasks_stay_responsive(self):
        self.open_notice(make_long_notice(2000))
        self.assertIn("2000", self.text("#count"))
        for act in ("document.querySelector('[data-sort=due]').click()",
                    "(() => { const q = document.querySelector('#filter-q'); q.value = '满意'; q.dispatchEvent(new Event('input')); })()",
                    "document.querySelector('#text .chip:nth-of-type(1)').click()",
                    "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))"):
            times = []
            for _ in range(5):  # the best of five, as above
                times.append(self.js(f"(async () => {{ const begin = performance.now(); {act}; await {FRAME}; return performance.now() - begin; }})()"))
            with self.subTest(act=act): self.assertLess(min(times), REPLY_MS)

    def test_rows_come_as_they_are_needed(self):
        self.open_notice(make_long_notice(700))
        everything = self.js("JSON.parse(document.querySelector('#data-list').textContent).tasks.map((task) => task.id)")
        self.assertEqual(len(everything), 700)
        self.assertLess(len(self.rows()), 700)
        self.js(f"document.querySelector('#text .chip[data-task=\"{everything[500]}\"]').click()")
        self.assertTrue(self.is_seen(f"#grid .row[data-task='{everything[500]}'][aria-selected=true]"))
        self.b.wait("(() => { const grid = document.querySelector('#grid'); grid.scrollTop = grid.scrollHeight;"
                    " return grid.querySelectorAll('.body .row').length === 700; })()")
        self.assertEqual(self.rows(), everything)

    def test_paper_has_all_rows(self):
        self.open_notice(make_long_notice(700))
        self.js("window.dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(len(self.rows()), 700)
