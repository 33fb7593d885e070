# SPDX-License-Identifier: MIT
"""usage: read_calendar.py CALENDAR LISTS; status 1 where the calendar does not say what the lists say."""
import datetime
import json
import sys

import icalendar

raw = open(sys.argv[1], "rb").read()
for line in raw.split(b"\r\n"):
    assert len(line) <= 75 and b"\n" not in line, line
    line.decode("utf-8")
calendar = icalendar.Calendar.from_ical(raw)
todos = {}
for todo in calendar.walk("VTODO"):
    assert not todo.errors, todo.errors
    uid = str(todo["UID"])
    assert uid not in todos, uid
    todos[uid] = todo

due = repeated = undated = 0
for line in open(sys.argv[2], encoding="utf-8"):
    notice = json.loads(line)
    for task in notice.get("tasks", []):
        start = notice["document"]["source"]["sha256"][:32] + "-" + task["id"]
        dated = 0
        for index, time in enumerate(task.get("times", []), 1):
            if time["type"] != "recurrence" and not {"start", "end"} & time.keys():
                continue
            dated += 1
            todo = todos.pop(f"{start}-t{index}@planparse")
            assert str(todo["SUMMARY"]).startswith(task["title"]), todo
            assert str(todo["DESCRIPTION"]).startswith(task["text"]), todo
            leads = [r for r in task.get("responsibilities", []) if r["role"] == "lead"]
            assert ("X-PLANPARSE-LEAD" in todo) == bool(leads), todo
            if time["type"] == "recurrence":
                if "RRULE" in todo:
                    assert type(todo["DTSTART"].dt) is datetime.date
                    repeated += 1
            elif "end" in time:
                assert todo["DUE"].dt == datetime.date.fromisoformat(time["end"]), (task, todo)
                due += 1
        if not dated:
            assert "DUE" not in todos.pop(f"{start}@planparse")
            undated += 1
assert not todos, todos.keys()
print(f"{due} due dates, {repeated} recurrences, {undated} tasks without dates")
assert due > 20 and repeated > 5 and undated > 5
