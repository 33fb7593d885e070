# SPDX-License-Identifier: MIT
"""Tests of the Python module. The environment names the shared library and the source tree."""

import dataclasses
import json
import os
import pickle
import sys
import tempfile
import threading
import unittest

SOURCE = os.environ["LIBPARSE_SOURCE_DIR"]
sys.path.insert(0, os.path.join(SOURCE, "python"))

import planparse  # noqa: E402
from planparse import model  # noqa: E402

NOTICE = """临江县人民政府办公室关于印发燃气安全整治方案的通知
临政办发〔2024〕12号

各乡镇人民政府：
一、重点任务
（一）推进管网改造。2024年10月底前完成老旧小区立管改造1200户。（责任单位：县住建局、县财政局）
（二）加强巡查。每月开展1次巡查。（牵头单位：县应急局；配合单位：县公安局）

临江县人民政府办公室
2024年3月1日
"""


def setUpModule():
    planparse.use_library(os.environ["LIBPARSE_LIBRARY"])


class Reading(unittest.TestCase):
    def test_a_notice_is_read_with_types(self):
        notice = planparse.parse_text(NOTICE, path="n.txt")
        self.assertEqual(notice.document.doc_number.serial, 12)
        self.assertEqual(notice.document.source.path, "n.txt")
        self.assertEqual([task.title for task in notice.tasks], ["推进管网改造", "加强巡查"])
        first = notice.tasks[0]
        self.assertEqual([body.name for body in first.responsibilities], ["县住建局", "县财政局"])
        self.assertEqual(first.times[0].end, "2024-10-31")
        self.assertEqual((first.targets[0].value, first.targets[0].unit), (1200, "户"))
        self.assertIsInstance(first.targets[0].span, planparse.Span)
        self.assertEqual(notice.json["schema"], "planparse.task-list/1")

    def test_spans_count_code_points(self):
        notice = planparse.parse_text("𠮷临江县的通知\n" + NOTICE)
        quoted = 0
        for task in notice.tasks:
            for value in task.times + task.targets:
                self.assertEqual(value.span.of(notice.text), value.text)
                quoted += 1
        self.assertGreaterEqual(quoted, 3)

    def test_files_of_all_kinds_are_read(self):
        path = os.path.join(SOURCE, "tests", "input", "tasks.pdf")
        notice = planparse.parse_file(path)
        self.assertEqual(notice.document.source.media_type, "application/pdf")
        self.assertEqual(notice.document.source.path, path)
        self.assertTrue(notice.tasks)

    def test_every_sample_is_what_its_json_says(self):
        folder = os.path.join(SOURCE, "samples")
        names = [name for name in sorted(os.listdir(folder)) if name.endswith(".txt")]
        self.assertGreater(len(names), 3)
        for name in names:
            notice = planparse.parse_file(os.path.join(folder, name))
            self.assertEqual(without_nothing(dataclasses.asdict(notice)), without_nothing(notice.json), name)

    def test_options_change_what_is_read(self):
        text = "一、重点任务\n（一）年底前完成改造100户。责任单位：县住建局\n"
        self.assertEqual(planparse.parse_text(text, year=2031).tasks[0].times[0].end, "2031-12-31")
        self.assertEqual(planparse.parse_bytes(text.encode("gb18030"), encoding="gb18030").document.source.encoding,
                         "GB18030")

    def test_mentions_are_found(self):
        found = planparse.find_mentions("县住建局于2024年10月底前完成改造1200户。")
        self.assertLessEqual({"organization", "time", "quantity"}, {mention["type"] for mention in found})

    def test_threads_read_side_by_side(self):
        results = []
        threads = [threading.Thread(target=lambda: results.append(planparse.parse_text(NOTICE))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(results), 8)
        self.assertTrue(all(result == results[0] for result in results))


class Failing(unittest.TestCase):
    def test_what_cannot_be_read_is_an_error_with_a_code(self):
        with self.assertRaises(planparse.ParseError) as caught:
            planparse.parse_bytes(b"%PDF-1.7 broken")
        self.assertEqual(caught.exception.code, "damaged")
        self.assertIn("the PDF is broken", str(caught.exception))
        self.assertEqual(pickle.loads(pickle.dumps(caught.exception)).code, "damaged")

    def test_limits_hold(self):
        with open(os.path.join(SOURCE, "tests", "input", "tasks.pdf"), "rb") as file:
            data = file.read()
        with self.assertRaises(planparse.ParseError) as caught:
            planparse.parse_bytes(data, limits={"pages": 0})
        self.assertEqual(caught.exception.code, "limit")

    def test_wrong_options_are_value_errors(self):
        for options in ({"as_of": "tomorrow"}, {"year": -1}, {"year": 2**40}, {"limits": {"feet": 3}},
                        {"limits": {"pages": -1}}, {"path": "a\0b"}):
            with self.assertRaises(ValueError, msg=options):
                planparse.parse_text(NOTICE, **options)
        with self.assertRaises(ValueError):
            planparse.parse_bytes(b"x", format="doc")

    def test_broken_rules_are_an_error(self):
        with self.assertRaises(planparse.ParseError) as caught:
            planparse.parse_text(NOTICE, rules="/nonexistent/rules")
        self.assertEqual(caught.exception.code, "rules")

    def test_a_missing_file_is_an_os_error(self):
        with self.assertRaises(FileNotFoundError):
            planparse.parse_file("/nonexistent/notice.txt")
        with self.assertRaises(OSError):
            planparse.use_library("/nonexistent/libparse.so")


class Lists(unittest.TestCase):
    def test_lists_are_read_again(self):
        notice = planparse.parse_text(NOTICE, path="n.txt", explain=True)
        self.assertTrue(notice.tasks[0].explain.decisions)
        self.assertTrue(notice.tasks[0].times[0].rule)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "two.ndjson")
            with open(path, "w", encoding="utf-8") as file:
                file.write((json.dumps(notice.json) + "\n") * 2)
            lists = planparse.read_lists(path)
            self.assertEqual([each.json for each in lists], [notice.json] * 2)
            self.assertEqual(lists[0].tasks, notice.tasks)
            self.assertEqual(lists[0].text, "")
            with open(path, "w", encoding="utf-8") as file:
                file.write("schema: planparse.task-list/1\ngenerator: 7\n")
            with self.assertRaises(planparse.ParseError) as caught:
                planparse.read_lists(path)
            self.assertEqual((caught.exception.code, caught.exception.where), ("format", path + ":2:12"))
            with self.assertRaises(ValueError):
                planparse.read_lists(path, format="xml")

    def test_differences_have_types(self):
        before = planparse.parse_text(NOTICE)
        after = planparse.parse_text(NOTICE.replace("10月底", "12月底").replace("每月", "每季度"))
        difference = planparse.compare(before, after)
        self.assertTrue(difference)
        changes = {change.change: change for tasks in difference.tasks for change in tasks.changes}
        self.assertEqual(changes["deadline-later"].days, 61)
        self.assertIn("recurrence-changed", changes)
        self.assertIsInstance(difference.tasks[0].before[0].span, planparse.Span)
        self.assertFalse(planparse.compare(before, before))
        self.assertEqual(planparse.compare(before, after, "cascade").mode, "cascade")
        self.assertEqual(without_nothing(dataclasses.asdict(difference)), without_nothing(difference.json))
        with self.assertRaises(ValueError):
            planparse.compare(before, after, "backwards")


class Readers(unittest.TestCase):
    def test_a_reader_keeps_its_options_and_rules(self):
        rules = os.path.join(SOURCE, "samples", "rules", "analyst")
        with planparse.Reader(year=2031, rules=rules, limits={"input_bytes": 10_000}) as reader:
            for name in ("a.txt", "b.txt"):
                notice = reader.parse_text("一、任务\n（一）年底前完成改造100户。责任单位：县住建局\n", path=name)
                self.assertEqual(notice.tasks[0].times[0].end, "2031-12-31")
                self.assertEqual(notice.document.source.path, name)
            with self.assertRaises(planparse.ParseError) as caught:
                reader.parse_bytes(b"a" * 10_001, path="large.txt")
            self.assertEqual((caught.exception.code, caught.exception.where), ("limit", "large.txt"))
            self.assertTrue(str(caught.exception).startswith("large.txt: "))
        self.assertEqual(notice.tasks[0].times[0].end, "2031-12-31")
        with self.assertRaises(ValueError):
            reader.parse_text("x")
        reader.close()

    def test_threads_share_a_reader(self):
        results = {}
        with planparse.Reader() as reader:
            threads = [threading.Thread(target=lambda name=str(i): results.update(
                {name: reader.parse_text(NOTICE, path=name).document.source.path})) for i in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(results, {str(i): str(i) for i in range(8)})


class Model(unittest.TestCase):
    def test_the_classes_have_the_fields_of_the_schema(self):
        with open(os.path.join(SOURCE, "schemas", "task-list.schema.json"), encoding="utf-8") as file:
            schema = json.load(file)
        for name, definition in schema["definitions"].items():
            if "properties" in definition:
                cls = getattr(model, "".join(part.capitalize() for part in name.split("_")))
                self.assertEqual(fields_of(cls), list(definition["properties"]), name)
        self.assertEqual(fields_of(model.TaskList), list(schema["properties"]) + ["text", "json"])

    def test_the_classes_of_differences_have_the_fields_of_their_schema(self):
        with open(os.path.join(SOURCE, "schemas", "plan-diff.schema.json"), encoding="utf-8") as file:
            schema = json.load(file)
        names = {"difference": "Difference", "plan": "Plan", "change_count": "ChangeCount", "change": "Change",
                 "task": "ComparedTask", "tasks": "ComparedTasks", "generator": "Generator", "span": "Span"}
        objects = {name: each for name, each in schema["definitions"].items() if "properties" in each}
        self.assertEqual(set(objects), set(names))
        for name, definition in objects.items():
            fields = fields_of(getattr(planparse, names[name]))
            self.assertEqual([each for each in fields if each != "json"], list(definition["properties"]), name)

    def test_the_module_says_that_it_has_types(self):
        self.assertTrue(os.path.exists(os.path.join(os.path.dirname(planparse.__file__), "py.typed")))
        for name in planparse.__all__:
            self.assertTrue(hasattr(planparse, name), name)

    def test_unknown_fields_are_passed_over(self):
        made = planparse.TaskList.from_json({"schema": "planparse.task-list/1", "new": 1,
                                             "tasks": [{"id": "1", "newer": {"a": 2}}]})
        self.assertEqual(made.tasks[0].id, "1")
        self.assertEqual(made.json["new"], 1)


class Table(unittest.TestCase):
    def test_rows_name_the_bodies_and_the_last_day(self):
        rows = planparse.to_rows(planparse.parse_text(NOTICE))
        self.assertEqual([row["due"] for row in rows], ["2024-10-31", None])
        self.assertEqual(rows[1]["lead"], ["县应急管理局"])
        self.assertEqual(rows[1]["support"], ["县公安局"])

    def test_a_dataframe_has_dates(self):
        try:
            import pandas
        except ImportError:
            self.skipTest("pandas is not installed")
        frame = planparse.to_dataframe([planparse.parse_text(NOTICE)])
        self.assertEqual(len(frame), 2)
        self.assertEqual(frame["due"][0], pandas.Timestamp("2024-10-31"))
        self.assertTrue(pandas.isna(frame["due"][1]))


def fields_of(cls):
    return [field.metadata.get("name", field.name) for field in dataclasses.fields(cls)]


def without_nothing(value):
    """The tree without fields that have nothing to say."""
    if isinstance(value, dict):
        kept = {name: without_nothing(each) for name, each in value.items() if name not in ("text", "json")
                or not isinstance(value.get("json"), dict)}
        return {name: each for name, each in kept.items()
                if each not in (None, "", []) and each is not False}
    return [without_nothing(each) for each in value] if isinstance(value, list) else value


if __name__ == "__main__":
    unittest.main()
