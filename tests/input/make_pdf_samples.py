#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the PDF samples of this folder with LibreOffice (soffice) and the Noto CJK fonts.

usage: make_pdf_samples.py [FOLDER]

The samples are committed, since another LibreOffice or font would set other pages; run this when their text changes.
"""
import pathlib
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
 <style:default-style style:family="paragraph"><style:paragraph-properties style:punctuation-wrap="hanging"/>
  <style:text-properties style:font-name-asian="Noto Serif CJK SC" fo:font-family="Noto Serif CJK SC"
   style:font-family-asian="Noto Serif CJK SC" fo:font-size="16pt" style:font-size-asian="16pt"
   style:language-asian="zh" style:country-asian="CN"/></style:default-style>
 <style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-indent="32pt"
  fo:line-height="28pt" fo:text-align="justify"/></style:style>
 <style:style style:name="Flush" style:family="paragraph"><style:paragraph-properties fo:line-height="28pt"/></style:style>
 <style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"
  fo:line-height="34pt"/><style:text-properties fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>
 <style:style style:name="Spaced" style:family="paragraph" style:parent-style-name="Title"><style:text-properties
  fo:letter-spacing="14pt"/></style:style>
 <style:style style:name="Right" style:family="paragraph"><style:paragraph-properties fo:text-align="end"
  fo:margin-right="60pt" fo:line-height="28pt"/></style:style>
 <style:style style:name="Small" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
  <style:text-properties fo:font-size="10pt" style:font-size-asian="10pt"/></style:style>
 <style:style style:name="Cell" style:family="paragraph"><style:text-properties fo:font-size="11pt"
  style:font-size-asian="11pt"/></style:style>
</office:styles>
<office:automatic-styles>
 <style:page-layout style:name="P"><style:page-layout-properties fo:page-width="595pt" fo:page-height="842pt"
  fo:margin-top="50pt" fo:margin-bottom="50pt" fo:margin-left="79pt" fo:margin-right="74pt"/>
  <style:header-style><style:header-footer-properties fo:min-height="40pt" fo:margin-bottom="20pt"/></style:header-style>
  <style:footer-style><style:header-footer-properties fo:min-height="40pt" fo:margin-top="20pt"/></style:footer-style>
 </style:page-layout>
 <style:style style:name="Two" style:family="section"><style:section-properties><style:columns fo:column-count="2"
  fo:column-gap="30pt"/></style:section-properties></style:style>
 <style:style style:name="T" style:family="table"><style:table-properties style:width="442pt" table:align="margins"
  table:border-model="collapsing"/></style:style>
 <style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
  style:vertical-align="middle" fo:padding="2pt"/></style:style>
 WIDTHS
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">
 <style:header>HEADER</style:header><style:footer><text:p text:style-name="Small">FOOTER</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>"""
TAIL = "</office:text></office:body></office:document>"
NUMBER = '<text:page-number text:select-page="current"/>'


def paragraph(text, style="Body"):
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def document(body, header="", footer=f"- {NUMBER} -", widths=()):
    styles = "".join(f'<style:style style:name="W{i}" style:family="table-column"><style:table-column-properties '
                     f'style:column-width="{w}pt"/></style:style>' for i, w in enumerate(widths))
    head = HEAD.replace("WIDTHS", styles).replace("HEADER", paragraph(header, "Small") if header else "<text:p/>")
    return head.replace("FOOTER", footer) + body + TAIL


def table(widths, header, rows):
    """Rows are lists of cells: text, (text, rows spanned), or None where a cell above reaches down."""
    columns = "".join(f'<table:table-column table:style-name="W{i}"/>' for i in range(len(widths)))

    def row(cells):
        made = ""
        for cell in cells:
            if cell is None:
                made += "<table:covered-table-cell/>"
                continue
            text, span = cell if isinstance(cell, tuple) else (cell, 1)
            made += (f'<table:table-cell table:style-name="C" table:number-rows-spanned="{span}">'
                     f'{paragraph(text, "Cell")}</table:table-cell>')
        return f"<table:table-row>{made}</table:table-row>"

    return (f'<table:table table:style-name="T">{columns}<table:table-header-rows>{row(header)}'
            f'</table:table-header-rows>{"".join(row(r) for r in rows)}</table:table>')


def plain():
    body = paragraph("临江县人民政府办公室关于印发城市管网", "Title") + paragraph("更新实施方案的", "Title")
    body += paragraph("通知", "Spaced") + paragraph("临政办发〔2025〕12号", "Small")
    body += paragraph("各乡镇人民政府，县政府各部门：", "Flush")
    body += paragraph("《临江县城市管网更新实施方案》已经县政府同意，现印发给你们，请结合实际认真组织实施，确保按期完成。")
    body += paragraph("临江县人民政府办公室", "Right") + paragraph("2025年3月18日", "Right")
    body += paragraph("一、主要任务")
    for label, name in zip("一二三四五六", ["燃气管道", "供水管道", "排水管道", "供热管道", "通信管道", "照明线路"]):
        body += paragraph(f"（{label}）更新{name}。逐户排查运行20年以上的{name}，建立台账并分类处置，2025年12月底前完成老旧"
                          f"{name}改造30公里，漏损率控制在8%以内，新建小区与管网同步设计、同步施工、同步验收。")
        body += paragraph("牵头单位：县住建局；配合单位：县发展改革局、县财政局")
    body += paragraph("二、保障措施") + paragraph("县住建局每季度向县政府报告一次进展情况。")
    return document(body, header="临江县人民政府公报")


def columns():
    left = "".join(paragraph(f"（{label}）完善{name}。责任单位要把{name}列入年度计划，2025年10月底前制定工作方案，明确时限和"
                             f"责任人，每月通报一次进度。") for label, name in
                   zip("一二三四五六七八", ["供水", "排水", "燃气", "供热", "照明", "道路", "绿化", "环卫"]))
    body = paragraph("云岭市城市运行工作要点", "Title")
    body += paragraph("为做好全年城市运行工作，制定以下要点，请各责任单位抓好落实，重要情况及时报告市政府办公室。")
    body += f'<text:section text:style-name="Two" text:name="S">{left}</text:section>'
    body += paragraph("各责任单位要于每季度末向市政府办公室报送工作进展，年底前形成总结。")
    return document(body, footer=f"第 {NUMBER} 页")


def tasks():
    widths = (36, 80, 176, 80, 70)
    header = ["序号", "工作类别", "具体任务", "牵头单位", "完成时限"]
    rows = []
    number = 0
    for group, size, unit in (("燃气安全", 5, "县住建局"), ("供水保障", 6, "县水务局"), ("道路养护", 6, "县交通运输局")):
        for i in range(size):
            number += 1
            text = (f"完成第{number}批{group}隐患排查，逐项登记、逐项整改、逐项销号，并将整改结果在县政府网站公开，接受社会监督")
            rows.append([str(number), (group, size) if i == 0 else None, text, unit, f"2025年{6 + i}月底前"])
    body = paragraph("城市管网更新任务分工表", "Title") + table(widths, header, rows)
    body += paragraph("以上任务由县政府督查室按月督查。")
    return document(body, widths=widths)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    with tempfile.TemporaryDirectory() as work:
        for name, text in (("plain", plain()), ("columns", columns()), ("tasks", tasks())):
            source = pathlib.Path(work, name + ".fodt")
            source.write_text(text, encoding="utf-8")
            subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "pdf",
                            "--outdir", str(folder), str(source)], check=True, stdout=subprocess.DEVNULL)


main()
