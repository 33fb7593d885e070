#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tells how planparse's CPU time grows on texts made to be slow: time for twice the text over time for the text.

usage: adversarial.py PLANPARSE [KILOBYTES]      (default: 600)

It reports and judges nothing: 2 is linear, and a short time is noisy. A text that takes over a minute is named with inf.
"""
import math
import resource
import subprocess
import sys
import tempfile

HEAD = "临江县人民政府办公室关于印发方案的通知\n临政办发〔2024〕3号\n\n一、重点任务\n"
REPEATED = [
    "（一）清理河道。组织清淤。责任单位：县水务局、县财政局\n", "县水务局、", "责任单位：", "县水务局牵头，", "由县水务局会同县财政局负责，",
    "县水务局牵头负责堤防，县财政局牵头负责资金，", "（排在第一位的为牵头单位，下同）", "以下任务均需各镇人民政府负责落实，不再列出。\n",
    "联系人：张某，电话：1234567。", "县发展和改革局、县发展与改革局、县发改局。（县发展和改革局牵头）\n", "卫生部门", "县某局负责，",
    "落实《关于加强管理的意见》（国发〔2020〕3号）。", "国办发2019 4号", "执行GB/T 33000-2016标准，", "《", "〈《", "（（", "）", "“", "——", "：", "；",
    "到2025年达到85%以上，", "2023年、2024年、2025年分别达到85%、90%、95%。", "比2020年下降18%，", "由80%提高到95%，", "100%", "合计100个，其中甲50个、乙50个。",
    "2025年底前，", "每月至少一次，", "自本方案印发之日起30日内，", "自本方案印发之日起2000个工作日内完成。\n", "集中整治结束后一个月内报送。\n", "2024年3月5日", "（2024年）",
    "1.建设\n", "（一）整治。\n", "3.建设\n", "一是清理。二是加固。", "附件1\n清单\n", "附件：1.清单\n", "附件：", "抄送：县委。\n", "各乡镇人民政府：\n", "注：",
    "1\t清理河道\t县水务局\t长期\n", "序号\t工作任务\t责任单位\t完成时限\n", "| 序号 | 工作任务 | 责任单位 |\n", "加强河道治理工作，落实责任，清理淤泥。\n", "锟斤拷", "\ue000",
    "河abc道", "　 ", "12", "\n", "水",
]
NUMBERED = [
    lambda i: f"（{i}）清理。责任单位：县{chr(0x4E00 + i % 9000)}{chr(0x4E00 + i * 7 % 8000)}管理局\n",
    lambda i: f"1.整治第{i}号河道。（{chr(0x4E00 + i % 9000)}{chr(0x4E01 + i % 8000)}镇人民政府负责）\n",
    lambda i: f"（一）任务{i}。2024年{i % 12 + 1}月底前。任务{i - 1}结束后一个月内报送。\n",
]


def seconds(program, text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as notice:
        notice.write(HEAD + text)
        notice.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        try:
            subprocess.run([program, "--quiet", "--to", "ndjson", notice.name], stdout=subprocess.DEVNULL, timeout=60)
        except subprocess.TimeoutExpired:
            return math.inf
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main():
    program, size = sys.argv[1], int(sys.argv[2] if len(sys.argv) > 2 else 600) * 1000
    rows = []
    for unit in REPEATED + NUMBERED:
        made = unit if callable(unit) else lambda _, unit=unit: unit
        count = size // len(made(1000).encode())
        once, twice = (seconds(program, "".join(map(made, range(n)))) for n in (count, 2 * count))
        rows.append((math.inf if math.inf in (once, twice) else twice / max(once, 0.001), once, twice, made(1000)))
    print("ratio   once s  twice s  text")
    for ratio, once, twice, text in sorted(rows, reverse=True):
        print(f"{ratio:5.2f} {once:8.2f} {twice:8.2f}  {text[:40]!r}")


if __name__ == "__main__":
    main()
