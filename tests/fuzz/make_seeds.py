#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the inputs that fuzzing starts from, one folder a target.

usage: make_seeds.py FOLDER [PLANPARSE]

With PLANPARSE, a program of the build, task lists are among them. What was found since is in corpus/ already: run.sh
--merge puts both together, and keeps of each only what reaches something new.
"""
import json
import pathlib
import subprocess
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOTICES = {
    "plan": "临江县人民政府办公室关于印发《临江县供水保障方案》的通知\n临政办发〔2025〕12号\n\n各乡镇人民政府，县直各部门：\n"
            "现将《临江县供水保障方案》印发给你们，请认真组织实施。\n临江县人民政府办公室\n2025年3月12日\n\n临江县供水保障方案\n"
            "一、工作目标\n到2027年底，自来水普及率达到96%以上，改造管网380公里。\n二、重点任务\n"
            "（一）建设水厂。2026年6月底前建成城东水厂，新增供水2万吨。（牵头单位：县水利局；配合单位：县财政局、各乡镇人民政府）\n"
            "（二）改造管网。1.每季度检测一次水质。责任单位：县卫健局 2.9月底前划定12处保护区。\n"
            "三、保障措施\n县水利局每月调度，依据《中华人民共和国水法》和GB 5749-2022执行。\n（此件公开发布）\n",
    "list": "附件1\n任务分工表\n序号\t任务\t责任单位\t完成时限\n1\t修建取水口1处\t县水利局\t2025年10月底前\n"
            "2\t加固大坝\t县水利局、县财政局\t长期坚持\n第一章 总则\n第一条 ①自发布之日起30日内报送。②比2020年增长5%左右。\n",
    "times": "“十四五”期间，2021—2025年每年12月25日前，上半年，第三季度末，春节前3个工作日内，即日起至2025年2月29日，"
             "三年行动（2023－2025年），今年内，次月10日前，2025年底，十月中旬，每周二，本月底。\n",
    "targets": "不低于三分之二，控制在5%—8%之间，降低0.5个百分点，达到1.2亿元以上，新增5万户、300亩，翻一番，"
               "比上年提高3个百分点，实现零增长，100%覆盖，约2千公里，由80％提高到95％。\n",
    "units": "县发展改革局牵头，县住建局、县财政局等按职责分工负责。市委宣传部会同市教育局、各县（市、区）政府配合。"
             "责任单位：省水利厅，各有关单位，临江供水集团有限公司；责任人：张三\n",
    "empty": "",
}
SHORT = ["一、任务\n（一）建水厂。2025年底前建水厂2座以上。责任单位：县水利局\n",
         "临江县水利局文件\n临水〔2025〕3号\n关于检查的通知\n各乡镇：\n1.每月检查水质，按《水法》。县卫健局配合。\n临江县水利局\n2025年3月2日\n"]
DOCX_BODY = ("<w:p><w:pPr><w:pStyle w:val='H'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
             "<w:r><w:t>重点任务</w:t></w:r></w:p><w:p><w:ins><w:r><w:t>建设水厂。</w:t><w:tab/><w:br/></w:r></w:ins><w:del><w:r>"
             "<w:delText>旧</w:delText></w:r></w:del><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText>"
             "<w:fldChar w:fldCharType='separate'/><w:t>1</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>"
             "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc>"
             "<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p>"
             "<w:hyperlink><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:hyperlink></w:p></w:tc><w:tc><w:tcPr>"
             "<w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p><mc:AlternateContent><mc:Choice><w:r><w:t>甲</w:t></w:r>"
             "</mc:Choice><mc:Fallback><w:r><w:t>乙</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>")
DOCX_STYLES = ("<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/><w:basedOn w:val='B'/><w:pPr><w:outlineLvl "
               "w:val='0'/></w:pPr><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type='paragraph' w:styleId='B'/>")
DOCX_LISTS = ("<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>"
              "<w:lvlText w:val='%1、'/></w:lvl><w:lvl w:ilvl='1'><w:numFmt w:val='decimal'/><w:lvlText w:val='（%2）'/></w:lvl>"
              "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride "
              "w:val='3'/></w:lvlOverride></w:num>")
SHEET = ("<cols><col min='3' max='3' hidden='1'/></cols><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' "
         "t='inlineStr'><is><t>责任单位</t></is></c></row><row r='2' hidden='1'><c r='A2' s='1'><v>45000.5</v></c><c r='B2' t='b'>"
         "<v>1</v></c></row><row r='3'><c r='A3' s='2'><v>0.125</v></c><c r='B3' t='e'><v>#N/A</v></c></row></sheetData>"
         "<mergeCells><mergeCell ref='A1:A2'/></mergeCells>")
STRINGS = "<si><t>工作任务</t></si><si><r><t>富</t></r><rPh><t>x</t></rPh></si>"
STYLES = ("<numFmts><numFmt numFmtId='170' formatCode='yyyy\"年\"m\"月\"d\"日\"'/></numFmts><cellXfs><xf numFmtId='0'/><xf "
          "numFmtId='170'/><xf numFmtId='10'/></cellXfs>")
OFD_PAGE = ("<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID='1'><ofd:TextObject "
            "ID='2' Boundary='20 20 100 6' Size='5.64' Font='1' CTM='1 0 0 1 0 0'><ofd:CGTransform CodePosition='0'/><ofd:TextCode "
            "X='0' Y='5' DeltaX='g 3 5.64 5'>建设水厂二座</ofd:TextCode></ofd:TextObject><ofd:PathObject ID='3' Boundary='20 30 90 1'>"
            "<ofd:AbbreviatedData>M 0 0 L 90 0 B 1 2 3 4 5 6 Q 1 2 3 4 C</ofd:AbbreviatedData></ofd:PathObject></ofd:Layer>"
            "</ofd:Content>")
PAGE = ("<!DOCTYPE html><html><head><meta charset='utf-8'><meta name='ArticleTitle' content='通知'><meta name='PubDate' "
        "content='2025-03-12'><title>通知_临江县政府</title><style>.h{display:none}</style></head><body><div class='nav'>首页 &gt; 公开"
        "</div><div id='zoom'><p>一、重点任务</p><p>（一）建设水厂。&nbsp;2025年6月底前<br>完成。</p><ol type='a' start='3'><li>甲<li>乙</ol>"
        "<table border=1><tr><th rowspan=2>序号<th colspan='2'>任务</tr><tr><td>建水厂<td><p>县水利局</p><p>县财政局</p></table>"
        "<p class=h>隐</p><p style='display:none'>隐</p></div><script>x()</script></body></html>")
CONTENT = "BT /F 12 Tf 50 700 Td (1. Build 2 plants) Tj 0 -20 Td [(by) -500 (2025)] TJ ET 50 600 m 300 600 l S 50 500 200 80 re S"
CSV = ("编号,任务,任务内容,牵头单位,责任单位,完成时限,截止日期,量化目标,类别,备注\r\n"
       "1.1,建设水厂,建设水厂。2025年6月底前建成水厂2座。,县水利局,县财政局、县住建局〔供水〕,2025年6月底前；每季度,2025-06-30,水厂2座,任务,\r\n"
       ",新任务,\"改造管网,20公里\",,\"'=县\",长期,,20公里以上,目标,说明\r\n")
RULES = ("- id: time.on-completion\n  habit: 竣工\n  example: 竣工前\n  match: '竣工(?:之?前|后)'\n  produces: {type: external}\n"
         "  unless_after: [报]\n")
MACROS = "plants: '水厂|泵站'\n"
WORDS = "# words\n临水公司\tplain\n县供水办\tshort\n"
POLICY = ("schema: planparse.policy/1\nname: 要求\nrules:\n  - id: has-unit\n    check: units\n    kinds: [task]\n    roles: [lead]\n"
          "    min: 1\n    max: 2\n    severity: warning\n    message: 要有单位\n  - id: in-period\n    check: dates\n    from: 2025-01-01\n"
          "  - id: words\n    check: length\n    field: title\n    max: 40\nwaivers:\n  - rule: has-unit\n    task: '1.1'\n    reason: 见附件\n"
          "    expires: 2025-12-31\n")


def stored_zip(folder: pathlib.Path) -> bytes:
    path = folder / "zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in [("word/document.xml", "<a>b</a>"), ("文.txt", "x" * 50)]:
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    data = path.read_bytes()
    path.unlink()
    return data


def main() -> None:
    out = pathlib.Path(sys.argv[1])
    count = 0

    def put(target: str, first: int, *parts) -> None:
        nonlocal count
        folder = out / target
        folder.mkdir(parents=True, exist_ok=True)
        encoded = [part if isinstance(part, bytes) else part.encode() for part in parts]
        (folder / f"seed{count:03}").write_bytes(bytes([48 + first]) + b"\f".join(encoded))
        count += 1

    for text in NOTICES.values():
        for first, encoding in enumerate(["utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5"]):
            put("decode", first, text[:200].encode(encoding, "ignore"))
            put("decode", 5, text[:300].encode(encoding, "ignore"))
        put("decode", 7, b"gbk\n" + text[:60].encode("gbk", "ignore"))
        for first in range(4):
            put("notice", first, text)
        for target in ["outline", "mentions"]:
            for first in range(2):
                put(target, first, text)
                put(target, first, text.replace("\n", "\r\n　　").replace("。", "。\n"))
    put("decode", 6, b"<meta charset=gb2312><p>" + NOTICES["units"].encode("gb18030"))
    put("notice", 0, PAGE)
    put("html", 0, PAGE)
    put("html", 1, PAGE.replace("utf-8", "gbk").encode("gb18030"))
    put("office", 0, DOCX_BODY, DOCX_STYLES, DOCX_LISTS, "<dc:title>通知</dc:title>")
    put("office", 1, SHEET, SHEET, STRINGS, STYLES)
    put("office", 2, OFD_PAGE, OFD_PAGE)
    put("archive", 0, stored_zip(out / "decode"))
    put("archive", 1, "\0\0\0\0\0\0" + chr(48) + "\0a.xml\n<a/>", "\0\0\0\0\0\0" + chr(48) + "\0b/c\nd")
    put("archive", 2, "<?xml version='1.0'?><a:b xmlns:a='urn:x' c='&lt;&#x4e00;'><![CDATA[x]]><!--y--><d/>z</a:b>")
    put("archive", 3, stored_zip(out / "decode"))
    put("archive", 3, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    put("archive", 3, "{\\rtf1 x}")
    put("pdf", 0, (ROOT / "tests/input/plain.pdf").read_bytes()[:6000])
    put("pdf", 1, CONTENT, "/Rotate 90", "/XObject << /X 6 0 R >>", "q /X Do Q")
    put("pdf", 2, bytes(b for y in range(0, 60, 10) for x in range(20)
                        for b in (200, 20 + 7 * x, 40 + y, 128, x, 0)))
    put("pdf", 2, b"\x10\x14\x14\0\x64\0\x10\x14\x28\0\x64\0\x11\x14\x14\0\x14\0\x11\x46\x14\0\x14\0\x90\x18\x18\x60\x01\0\0\0\0\0\0\0")
    for text in [CSV, CSV.replace("\r\n", "\n")]:
        put("tables", 0, text)
        put("tables", 1, text)
    cells = ["编号", "任务", "任务内容", "牵头单位", "完成时限"]
    for first in (2, 3):
        put("tables", first, "<sheetData><row r='1'>" + "".join(
            f"<c r='{chr(65 + i)}1' t='inlineStr'><is><t>{cell}</t></is></c>" for i, cell in enumerate(cells)) +
            "</row><row r='2'><c r='A2' t='inlineStr'><is><t>1.1</t></is></c><c r='C2' t='s'><v>0</v></c></row></sheetData>",
            "<si><t>改造管网</t></si>")
    put("settings", 0, RULES, "", "", "", WORDS)
    put("settings", 0, RULES.replace("竣工(", "(?:{plants})竣工(").replace("example: ", "example: 水厂"), "", "", MACROS, WORDS, "县水办\t县水利局\n")
    put("settings", 0, "", "", "", "", "临水公司\town\n", "", "经办单位\tresponsible\n")
    put("settings", 1, POLICY)
    if len(sys.argv) > 2:
        for text in SHORT:
            run = lambda *more: subprocess.run([sys.argv[2], "-", *more], input=text.encode(), check=True,
                                               capture_output=True).stdout
            put("lists", 0, run("--to", "json"))
            put("lists", 1, run("--to", "yaml"))
            put("lists", 2, run("--to", "ndjson", "--explain"))
            line = run("--to", "ndjson")
            put("lists", 2, line + line.replace("水".encode(), "河".encode()))
    put("lists", 0, json.dumps({"a": [1, -2.5e3, True, None, "\u4e00\n"]}))
    put("lists", 1, "a: [1, 'x', {b: c}]\nd: |\n  text\ne: >-\n  f\n---\n- \"\\u4e00\"\n")


main()
