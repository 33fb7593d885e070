# SPDX-License-Identifier: MIT
"""Correcting a notice: verdicts, forms, missed tasks, and what comes out as gold and as a task list."""
import glob
import json
import os

from page_case import HOSTILE, NOTICE, PageCase, TOOLS


class Correcting(PageCase):
    def status_of(self, task): return self.js(f"document.querySelector('#grid .row[data-task=\"{task}\"] .dot').classList[1]")
    def open_task(self, task): self.b.click(f"#grid .row[data-task='{task}']")

    def export_list(self):
        """The exported task list, after planview's strict reader took it."""
        exported = self.export("#export-list", "notice.tasks.json")
        path = self.write("exported.json", json.dumps(exported, ensure_ascii=False))
        self.make(path, "--source", os.path.join(self.folder, "notice.txt"), name="again.html")
        return exported

    def fill(self, selector, value):
        self.js(f"""(() => {{ const control = document.querySelector({json.dumps(selector)}); control.value = {json.dumps(value)};
          control.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()""")

    def test_gold_of_an_unchanged_page_is_what_planparse_reads(self):
        for path in [*sorted(glob.glob(os.path.join(TOOLS.source, "samples", "*.txt"))), None]:
            with self.subTest(notice=path or "hostile"):
                text = HOSTILE if path is None else open(path, encoding="utf-8", newline="").read()
                self.open_notice(text)
                scores = self.scores(self.export_gold(), text)
                self.assertGreater(scores["tasks"][1], 0)
                for layer, (f1, _, wrong, missed) in scores.items(): self.assertEqual((f1, wrong, missed), (1.0, 0, 0), layer)

    def test_a_task_list_of_an_unchanged_page_is_the_list(self):
        self.open_notice()
        own = json.loads(self.js("document.querySelector('#data-list').textContent"))
        self.assertEqual(self.export_list(), own)

    def test_verdicts_stay_in_the_browser_and_are_taken_back(self):
        page = self.open_notice()
        self.open_task("2.1")
        self.keys("a")
        self.open_task("2.2")
        self.keys("x")
        self.b.open(page)
        self.assertEqual([self.status_of(t) for t in ("2.1", "2.2", "2.3")], ["accepted", "rejected", "open"])
        self.open_task("2.2")
        self.keys("u")
        self.assertEqual(self.status_of("2.2"), "open")
        self.js("document.querySelector('#export-menu').open = true")
        self.b.click("#reset-all")
        self.assertEqual(self.status_of("2.1"), "accepted")
        self.b.click("#reset-all")
        self.assertEqual(self.status_of("2.1"), "open")

    def test_a_rejected_task_is_neither_gold_nor_in_the_list(self):
        self.open_notice()
        before = self.scores(self.export_gold())["tasks"]
        self.open_task("2.2")
        self.b.click("#inspector .reject")
        after = self.scores(self.export_gold())["tasks"]
        self.assertEqual(after[1:], (before[1] - 1, 1, 0))
        self.assertNotIn("2.2", [task["id"] for task in self.export_list()["tasks"]])

    def test_kind_role_time_and_target_are_corrected(self):
        self.open_notice()
        self.open_task("2.1")
        self.keys("e")
        self.fill(".editor [name=kind]", "goal")
        self.fill(".edit-unit:nth-child(2) [name=role]", "responsible")
        self.fill(".edit-time [name=end]", "2025-06-29")
        self.fill(".edit-target [name=value]", "4")
        self.b.click(".editor [type=submit]")
        self.assertEqual(self.status_of("2.1"), "corrected")
        scores = self.scores(self.export_gold())
        self.assertEqual(scores["tasks"][2:], (0, 0))
        self.assertEqual(scores["unit-text"][2:], (0, 0))
        for layer in ("units", "times", "targets"): self.assertEqual(scores[layer][2:], (1, 1), layer)
        task = next(task for task in self.export_list()["tasks"] if task["id"] == "2.1")
        self.assertEqual((task["kind"], task["responsibilities"][1]["role"]), ("goal", "responsible"))
        self.assertEqual((task["times"][0]["end"], task["targets"][0]["value"]), ("2025-06-29", 4))
        self.assertNotIn("edtf", task["times"][0])

    def test_a_unit_is_added_from_words_of_the_notice_and_one_taken_away(self):
        self.open_notice()
        self.open_task("2.4")
        self.keys("e")
        self.select_text("专人")
        self.b.click("[data-add=unit]")
        self.b.click(".editor [type=submit]")
        self.assertIn("专人", self.text("#inspector"))
        self.open_task("2.1")
        self.keys("e")
        self.b.click(".edit-unit:nth-child(3) > button")
        self.b.click(".editor [type=submit]")
        gold = self.export_gold()
        self.assertEqual(self.scores(gold)["units"][2:], (1, 1))
        self.assertEqual(self.count("#text mark.m-unit[data-task='2.4']"), 1)
        self.export_list()

    def test_words_that_are_not_in_the_task_are_refused(self):
        self.open_notice()
        self.open_task("2.1")
        self.keys("e")
        self.fill(".edit-unit:nth-child(1) [name=organization]", "市交通局")
        self.b.click(".editor [type=submit]")
        self.assertIn("市交通局", self.text(".complaint"))
        self.fill(".edit-unit:nth-child(1) [name=organization]", "县交通局")
        self.fill(".edit-time [name=end]", "")
        self.b.click(".editor [type=submit]")
        self.assertTrue(self.text(".complaint"))
        self.keys("Escape")
        self.assertEqual(self.count(".editor"), 0)
        self.assertEqual(self.status_of("2.1"), "open")

    def test_the_body_is_taken_from_a_selection(self):
        self.open_notice()
        self.open_task("2.4")
        self.keys("e")
        self.select_text("整理桥梁档案，建立台账")
        self.b.click(".editor [data-act=take]")
        self.b.click(".editor [type=submit]")
        task = next(task for task in self.export_list()["tasks"] if task["id"] == "2.4")
        self.assertEqual(task["text"], "整理桥梁档案，建立台账")
        item = next(item for item in self.export_gold()["items"] if item["start"].startswith("整理桥梁"))
        self.assertTrue("整理桥梁档案，建立台账".endswith(item["end"]))

    def test_a_missed_task_is_added_by_selecting_it(self):
        page = self.open_notice()
        before = self.scores(self.export_gold())["tasks"]
        self.select_text("关于做好桥梁修建工作")
        self.b.wait("!document.querySelector('#add-task').disabled")
        self.b.click("#add-task")
        self.b.click(".editor [type=submit]")
        self.assertEqual(self.count("#grid .dot.added"), 1)
        after = self.scores(self.export_gold())["tasks"]
        self.assertEqual(after[1:], (before[1], 0, 1))
        self.assertEqual(self.export_list()["tasks"][0]["text"], "关于做好桥梁修建工作")
        self.b.open(page)
        self.assertEqual(self.count("#grid .dot.added"), 1)
        self.b.click("#grid .row.is-added")
        self.b.click("#inspector [data-act=reset]")
        self.assertEqual(self.count("#grid .dot.added"), 0)

    def test_an_optional_task_is_scored_neither_way(self):
        self.open_notice()
        self.open_task("2.4")
        self.keys("e")
        self.b.click(".editor [name=optional]")
        self.b.click(".editor [type=submit]")
        gold = self.export_gold()
        self.assertEqual([item.get("optional") for item in gold["items"] if item["start"].startswith("整理")], [True])
        self.assertNotIn("optional", json.dumps(self.export_list()))

    def test_stored_corrections_that_make_no_sense_are_passed_over(self):
        page = self.open_notice()
        self.open_task("2.1")
        self.keys("a")
        self.js("""for (const key of Object.keys(localStorage)) if (key.startsWith('planview:')) localStorage.setItem(key,
          JSON.stringify({ verdicts: { '2.1': { status: 'corrected', task: 7 }, nowhere: { status: 'accepted' } }, added: [null, {}] }))""")
        self.b.open(page)
        self.assertEqual(self.status_of("2.1"), "open")
        self.js("for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{')")
        self.b.open(page)
        self.assertEqual(self.status_of("2.1"), "open")
