# SPDX-License-Identifier: MIT
"""What the tests of the page share: the tools, the notices, one browser for all."""
import json
import os
import subprocess
import tempfile
import unittest

from chromium import Chromium

TOOLS = None  # set by planview_test.py: paths of the tools, of the sources and of a folder to work in

NOTICE = """临江县人民政府办公室关于做好桥梁修建工作的通知

一、工作目标
到2025年底，全县农村公路桥梁完好率达到95%以上。
二、主要任务
（一）建成农村桥梁3座，2025年6月底前完成。（县交通局牵头，县财政局、县水利局配合）
（二）改造危桥12座，2025年12月底前完成率达到90%以上。（县交通局牵头，各乡镇人民政府负责）
（三）开展桥梁安全宣传，每月至少组织一次。（县应急管理局负责）
（四）整理桥梁档案，建立台账，由专人保管。
三、进度安排
（一）动员部署阶段（2025年3月）。各单位制定方案。
（二）组织实施阶段（2025年4月至11月）。各单位按方案推进。
四、保障措施
（一）加强调度。县交通局每月调度一次。

2025年2月20日
"""

HOSTILE = """关于</title><script>window.ran = 1</script>的通知
一、主要任务</script><script>window.ran = 2</script>
（一）<img src=x onerror="window.ran = 3">建成充电桩500个，2025年6月底前完成。（县"住建局"<svg onload=window.ran=4>牵头，县javascript:window.ran=5局配合）
（二）<a href="javascript:window.ran = 6">改造</a>管网<!--<script>12公里\u2028，2025年底前完成。责任单位：县住建局']]></style><style>*{display:none}
（三）{{script}} {{text}} 𠮷林街道建成车位30个，2025年9月底前完成。责任单位：𠮷林街道办事处
"""


def make_long_notice(tasks):
    """A notice of our own with so many tasks; 2,000 are about 600 kB, 900 about 256 kB."""
    lines = ["临江县人民政府关于印发重点工作任务分解方案的通知", ""]
    units = ["县交通局", "县财政局", "县水利局", "县住建局", "县教育局", "县卫生健康局", "县农业农村局", "县应急管理局"]
    for n in range(tasks):
        if n % 20 == 0: lines.append(f"第{n // 20 + 1}章 重点工作之{n // 20 + 1}")
        lead, helper = units[n % 8], units[(n + 3) % 8]
        lines.append(f"{n % 20 + 1}.推进第{n + 1}号项目建设。完善工作机制，细化工作举措，建成示范点{n % 9 + 2}个，"
                     f"服务群众满意率达到{80 + n % 20}%以上，2025年{n % 12 + 1}月底前完成。责任单位：{lead}、{helper}")
    return "\n".join(lines) + "\n\n2025年1月10日\n"


class PageCase(unittest.TestCase):
    """Fails when the page complains on the console or asks for anything but itself."""
    browser = None

    def setUp(self):
        if PageCase.browser is None: PageCase.browser = Chromium(TOOLS.chromium)
        self.b = PageCase.browser
        self.b.events.clear()
        self.b.resize(1280, 900)
        self.b.prefer("light")
        self.folder = tempfile.mkdtemp(prefix="page-", dir=TOOLS.work)

    def tearDown(self):
        self.assertEqual(self.b.complaints(), [])
        # Chromium draws its own controls (the date field) from data: addresses.
        asked = [url for url in self.b.requests() if not url.startswith(("file://" + self.folder, "data:", "blob:", "about:"))]
        self.assertEqual(asked, [])

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8", newline="") as file: file.write(text)
        return path

    def make(self, notice, *options, name="page.html"):
        page = os.path.join(self.folder, name)
        subprocess.run([TOOLS.planview, notice, "--quiet", "-o", page, *options], check=True)
        return page

    def open_notice(self, text=NOTICE, *options, hash=""):
        page = self.make(self.write("notice.txt", text), *options)
        self.b.open(page)
        self.b.evaluate("localStorage.clear()")
        self.b.open(page, hash)
        return page

    def js(self, expression): return self.b.evaluate(expression)
    def count(self, selector): return self.js(f"document.querySelectorAll({json.dumps(selector)}).length")
    # textContent, as the browser gives no innerText for what it has not drawn yet
    def text(self, selector): return self.js(f"document.querySelector({json.dumps(selector)})?.textContent ?? null")
    def is_seen(self, selector):
        return self.js(f"document.querySelector({json.dumps(selector)})?.checkVisibility({{checkOpacity: true}}) ?? false")
    def hash(self): return dict(self.js("[...new URLSearchParams(location.hash.slice(1))]"))
    def rows(self): return self.js("[...document.querySelectorAll('#grid .body .row')].map((row) => row.dataset.task)")
    def keys(self, *keys):
        for key in keys: self.b.press(key)

    def choose(self, selector, value):
        self.js(f"""(() => {{ const control = document.querySelector({json.dumps(selector)}); control.value = {json.dumps(value)};
          control.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()""")

    def select_text(self, words):
        """Selects words of the notice as a mouse would."""
        self.assertTrue(self.js(f"""(() => {{
          const line = [...document.querySelectorAll('#text p')].find((p) => p.textContent.includes({json.dumps(words)}));
          const at = line.textContent.indexOf({json.dumps(words)});
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          for (let node = walker.nextNode(), from = 0; node; from += node.length, node = walker.nextNode()) {{
            if (at >= from && at < from + node.length) range.setStart(node, at - from);
            const end = at + {len(words)} - from;
            if (end > 0 && end <= node.length) {{ range.setEnd(node, end); break; }}
          }}
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          return getSelection().toString() === {json.dumps(words)};
        }})()"""))

    def export(self, button, name):
        self.js("document.querySelector('#export-menu').open = true")
        path = self.b.download(lambda: self.b.click(button), name)
        with open(path, encoding="utf-8") as file: return json.load(file)

    def export_gold(self): return self.export("#export-gold", "notice.gold.json")

    def scores(self, gold, notice_text=NOTICE):
        """Layer → (F1, right, wrong, missed) of planparse's own reading against exported gold."""
        folder = tempfile.mkdtemp(dir=self.folder)
        with open(os.path.join(folder, "gold.json"), "w", encoding="utf-8") as file: json.dump(gold, file, ensure_ascii=False)
        with open(os.path.join(folder, "notice.txt"), "w", encoding="utf-8", newline="") as file: file.write(notice_text)
        done = subprocess.run([TOOLS.planeval, "--docs", folder, os.path.join(folder, "gold.json"), "--details"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertNotIn("not in its text", done.stdout + done.stderr)
        self.assertNotIn("is not found", done.stdout + done.stderr)
        found = {}
        for line in done.stdout.splitlines():
            words = line.replace("(", " ").split()
            if len(words) > 12 and words[1] == "P" and words[0] not in found:
                found[words[0]] = (float(words[6]), *(int(words[i]) for i in (7, 9, 11)))
        return found
