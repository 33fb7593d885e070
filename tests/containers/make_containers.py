#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes one notice in every container that planparse reads, into samples/containers.

usage: make_containers.py [FOLDER]

The notice has headings by automatic numbering (where the container has such), a table of tasks with merged cells, and a
page break inside that table. The files are committed, since another LibreOffice or font would set other pages; run this
when the text changes. Needs LibreOffice (soffice) and the Noto CJK fonts.
"""
import pathlib
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

TITLE = "青溪县人民政府办公室关于印发《青溪县农村供水保障工作方案》的通知"
NUMBER = "青政办发〔2025〕12号"
LETTER = ["各乡镇人民政府，县政府各部门：",
          "《青溪县农村供水保障工作方案》已经县政府同意，现印发给你们，请认真组织实施。"]
SIGNED = ["青溪县人民政府办公室", "2025年3月12日"]
PLAN = "青溪县农村供水保障工作方案"
BODY = [  # depth of the heading (0: none), text
    (1, "工作目标"),
    (0, "到2027年底，全县农村自来水普及率达到96%以上，新建和改造供水管网380公里。"),
    (1, "重点任务"),
    (2, "建设骨干工程。2026年6月底前建成城东水厂，新增日供水能力2万吨。（牵头单位：县水利局；配合单位：县财政局、县自然资源局）"),
    (2, "改造老旧管网。2025年完成老旧管网改造120公里。（责任单位：县水利局、各乡镇人民政府）"),
    (2, "保证水质安全。"),
    (3, "每季度开展一次水质检测。（责任单位：县卫生健康局）"),
    (3, "2025年9月底前划定12处水源保护区。（责任单位：县生态环境局）"),
    (1, "保障措施"),
    (2, "加强组织领导。县水利局每月调度一次工程进度。"),
    (2, "落实建设资金。县财政局统筹安排专项资金。"),
]
TABLE_TITLE = "重点任务分工表"
HEADER = ["序号", "类别", "工作任务", "责任单位", "完成时限"]
ROWS = [  # category, task, unit, time; None: the cell above goes on
    ("水源工程", "新建城东水库取水口1处", "县水利局", "2025年10月底前"),
    (None, "加固青溪水库大坝", None, "2025年5月底前"),
    (None, "建设备用水源井6眼", "县水利局、县自然资源局", "2026年3月底前"),
    ("水厂工程", "建成城东水厂主体工程", "县水利局", "2026年6月底前"),
    (None, "改造云台水厂净水设备4套", "云台镇人民政府", "2025年11月底前"),
    (None, "改造石桥水厂净水设备2套", "石桥镇人民政府", "2025年11月底前"),
    (None, "安装水厂在线监测设备9套", "县水利局、县生态环境局", "2025年12月底前"),
    ("管网工程", "改造城区周边供水管网40公里", "县水利局", "2025年12月底前"),
    (None, "改造云台镇供水管网35公里", "云台镇人民政府", "2026年9月底前"),
    (None, "改造石桥镇供水管网28公里", "石桥镇人民政府", "2026年9月底前"),
    (None, "改造柳林乡供水管网17公里", "柳林乡人民政府", None),
    (None, "更换农户水表8000只", "各乡镇人民政府", "2026年12月底前"),
    ("水质管理", "划定水源保护区12处", "县生态环境局", "2025年9月底前"),
    (None, "建立水质检测实验室1个", "县卫生健康局", "2025年8月底前"),
    (None, "公布水质检测结果", None, "每季度"),
    ("运行管理", "成立县级供水服务公司", "县水利局、县国资局", "2025年7月底前"),
    (None, "培训村级管水员260名", "县水利局", "2025年12月底前"),
    (None, "开通24小时供水服务热线", "县供水服务公司", "2025年7月底前"),
    ("资金保障", "安排县级配套资金1200万元", "县财政局", "2025年4月底前"),
    (None, "办理工程用地手续", "县自然资源局", "2025年6月底前"),
]
FAMILY = "Noto Serif CJK SC"
DIGITS = "零一二三四五六七八九十"


def labels():
    """The label of each paragraph of BODY, as automatic numbering shows it."""
    counts = [0, 0, 0, 0]
    for depth, _ in BODY:
        if depth == 0:
            yield ""
            continue
        counts[depth] += 1
        counts[depth + 1:] = [0] * (3 - depth)
        number = counts[depth]
        yield [None, DIGITS[number] + "、", "（" + DIGITS[number] + "）", str(number) + "."][depth]


def spans():
    """For each row and column of ROWS (without the serial number): the rows that the cell spans, 0 where none begins."""
    made = [[0] * 4 for _ in ROWS]
    for column in range(4):
        for row in range(len(ROWS)):
            if ROWS[row][column] is None:
                continue
            end = row + 1
            while end < len(ROWS) and ROWS[end][column] is None:
                end += 1
            made[row][column] = end - row
    return made


def filled():
    """The rows with every merged cell written out."""
    last = [""] * 4
    for number, row in enumerate(ROWS, 1):
        last = [cell if cell is not None else before for cell, before in zip(row, last)]
        yield [str(number), *last]


def plain_text():
    lines = [TITLE, NUMBER, "", *LETTER, "", *SIGNED, "", PLAN, ""]
    lines += [label + text for label, (_, text) in zip(labels(), BODY)]
    lines += ["", "附件", TABLE_TITLE, "\t".join(HEADER)]
    lines += ["\t".join(row) for row in filled()]
    return "\n".join(lines) + "\n"


def html():
    out = [f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{TITLE}_青溪县人民政府</title>
<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2025-03-14 09:20"></head><body>
<div class="nav"><a href="/">首页</a><a href="/zwgk">政务公开</a><a href="/hdjl">互动交流</a><a href="/bsfw">办事服务</a></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>
<div class="content"><h1>{TITLE}</h1><p style="text-align:center">{NUMBER}</p>"""]
    out += [f"<p>{line}</p>" for line in LETTER]
    out += [f'<p style="text-align:right">{line}</p>' for line in SIGNED]
    out.append(f'<p style="text-align:center"><strong>{PLAN}</strong></p>')
    out += [f"<p>　　{label}{text}</p>" for label, (_, text) in zip(labels(), BODY)]
    out += ["<p>附件</p>", f'<p style="text-align:center">{TABLE_TITLE}</p>', '<table border="1"><tr>']
    out += [f"<th>{cell}</th>" for cell in HEADER] + ["</tr>"]
    for number, (row, reach) in enumerate(zip(ROWS, spans()), 1):
        cells = "".join(f'<td rowspan="{n}">{cell}</td>' for cell, n in zip(row, reach) if n)
        out.append(f"<tr><td>{number}</td>{cells}</tr>")
    out.append("""</table></div>
<div class="share">分享到：微信 微博 【打印】 【关闭窗口】</div>
<div class="footer"><p>主办：青溪县人民政府办公室　网站标识码：0000000000</p><p>联系我们 网站地图</p></div></body></html>""")
    return "\n".join(out) + "\n"


def flat_text():
    """An OpenDocument text for LibreOffice: what it makes of it are the DOCX and the PDF."""
    def paragraph(style, text):
        return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'

    out = [f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-family="{FAMILY}"
 style:font-family-asian="{FAMILY}" fo:font-size="16pt" style:font-size-asian="16pt" style:language-asian="zh"
 style:country-asian="CN"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-indent="32pt"
 fo:line-height="28pt"/></style:style>
<style:style style:name="Item" style:family="paragraph" style:list-style-name="Numbers"><style:paragraph-properties
 fo:text-indent="32pt" fo:line-height="28pt"/></style:style>
<style:style style:name="Flush" style:family="paragraph"><style:paragraph-properties fo:line-height="28pt"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"
 fo:line-height="34pt"/><style:text-properties fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>
<style:style style:name="Center" style:family="paragraph"><style:paragraph-properties fo:text-align="center"
 fo:line-height="28pt"/></style:style>
<style:style style:name="Right" style:family="paragraph"><style:paragraph-properties fo:text-align="end"
 fo:margin-right="48pt" fo:line-height="28pt"/></style:style>
<style:style style:name="Number" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
 <style:text-properties fo:font-size="10pt" style:font-size-asian="10pt"/></style:style>
<style:style style:name="Cell" style:family="paragraph"><style:text-properties fo:font-size="11pt"
 style:font-size-asian="11pt"/></style:style>
<text:list-style style:name="Numbers">"""]
    for level, (form, before, after) in enumerate([("一, 二, 三, ...", "", "、"), ("一, 二, 三, ...", "（", "）"), ("1", "", ".")], 1):
        out.append(f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" '
                   f'style:num-prefix="{before}" style:num-suffix="{after}"><style:list-level-properties '
                   'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
                   'text:label-followed-by="nothing" fo:text-indent="32pt"/></style:list-level-properties>'
                   "</text:list-level-style-number>")
    out.append("""</text:list-style></office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm"
 fo:page-height="297mm" fo:margin-top="37mm" fo:margin-bottom="25mm" fo:margin-left="28mm" fo:margin-right="26mm"/>
<style:footer-style/></style:page-layout>
<style:style style:name="Break" style:family="paragraph" style:parent-style-name="Flush"><style:paragraph-properties
 fo:break-before="page"/></style:style>
<style:style style:name="T" style:family="table"><style:table-properties style:width="156mm"/></style:style>
<style:style style:name="W1" style:family="table-column"><style:table-column-properties style:column-width="14mm"/></style:style>
<style:style style:name="W2" style:family="table-column"><style:table-column-properties style:column-width="24mm"/></style:style>
<style:style style:name="W3" style:family="table-column"><style:table-column-properties style:column-width="58mm"/></style:style>
<style:style style:name="W4" style:family="table-column"><style:table-column-properties style:column-width="30mm"/></style:style>
<style:style style:name="W5" style:family="table-column"><style:table-column-properties style:column-width="30mm"/></style:style>
<style:style style:name="R" style:family="table-row"><style:table-row-properties fo:keep-together="always"
 style:min-row-height="11mm"/></style:style>
<style:style style:name="B" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="1mm"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>
<text:p text:style-name="Number">- <text:page-number/> -</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>""")
    out += [paragraph("Title", TITLE), paragraph("Center", NUMBER), paragraph("Flush", "")]
    out += [paragraph("Flush", LETTER[0]), paragraph("Body", LETTER[1]), paragraph("Flush", "")]
    out += [paragraph("Right", line) for line in SIGNED]
    out += [paragraph("Break", ""), paragraph("Title", PLAN)]
    first = True
    for depth, text in BODY:
        if depth == 0:
            out.append(paragraph("Body", text))
            continue
        item = paragraph("Item", text)
        for level in range(depth):
            top = level == depth - 1
            go_on = "" if first else ' text:continue-numbering="true"'
            style = f' text:style-name="Numbers"{go_on}' if top else ""
            item = f"<text:list{style}><text:list-item>{item}</text:list-item></text:list>"
        out.append(item)
        first = False
    out += [paragraph("Break", "附件"), paragraph("Title", TABLE_TITLE)]
    out.append('<table:table table:name="Tasks" table:style-name="T">')
    out += [f'<table:table-column table:style-name="W{n}"/>' for n in range(1, 6)]

    def cell(text, rows=1):
        span = f' table:number-rows-spanned="{rows}" table:number-columns-spanned="1"' if rows > 1 else ""
        return f'<table:table-cell table:style-name="B"{span}>{paragraph("Cell", text)}</table:table-cell>'

    out.append('<table:table-header-rows><table:table-row table:style-name="R">' + "".join(map(cell, HEADER)) +
               "</table:table-row></table:table-header-rows>")
    for number, (row, reach) in enumerate(zip(ROWS, spans()), 1):
        cells = "".join(cell(text, n) if n else "<table:covered-table-cell/>" for text, n in zip(row, reach))
        out.append(f'<table:table-row table:style-name="R">{cell(str(number))}{cells}</table:table-row>')
    out.append("</table:table></office:text></office:body></office:document>")
    return "\n".join(out)


def flat_sheet():
    """An OpenDocument sheet for LibreOffice: the table alone."""
    def cell(text, rows=1, columns=1):
        span = (f' table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}"'
                if rows > 1 or columns > 1 else "")
        return f'<table:table-cell office:value-type="string"{span}><text:p>{escape(text)}</text:p></table:table-cell>'

    out = ["""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:table table:name="任务分工">""", "<table:table-row>" + cell(TABLE_TITLE, 1, 5) + "<table:covered-table-cell/>" * 4 +
           "</table:table-row>", "<table:table-row>" + "".join(map(cell, HEADER)) + "</table:table-row>"]
    for number, (row, reach) in enumerate(zip(ROWS, spans()), 1):
        cells = "".join(cell(text, n) if n else "<table:covered-table-cell/>" for text, n in zip(row, reach))
        out.append(f"<table:table-row>{cell(str(number))}{cells}</table:table-row>")
    out.append("</table:table></office:spreadsheet></office:body></office:document>")
    return "\n".join(out)


class OfdPages:
    """Pages of a GB/T 33190-2016 document, filled from the top; millimetres."""
    SIZE, LEADING, LEFT, TOP, BOTTOM, WIDTH = 5.6, 9.9, 28.0, 37.0, 265.0, 156.8  # 28 characters a line

    def __init__(self):
        self.pages, self.y, self.ids = [[]], self.TOP, 100

    def object(self, kind, boundary, attributes, inner):
        self.ids += 1
        box = " ".join(f"{v:.2f}" for v in boundary)
        self.pages[-1].append(f'<ofd:{kind} ID="{self.ids}" Boundary="{box}" {attributes}>{inner}</ofd:{kind}>')

    def new_page(self):
        self.pages.append([])
        self.y = self.TOP

    def write(self, x, y, text, size):
        widths = [size / 2 if ord(c) < 128 else size for c in text]
        deltas = " ".join(f"{w:.3f}" for w in widths[:-1])
        self.object("TextObject", (x, y, sum(widths), size), f'Font="1" Size="{size}"',
                    f'<ofd:TextCode X="0" Y="{size * 0.88:.2f}" DeltaX="{deltas}">{escape(text)}</ofd:TextCode>')

    def lines_of(self, text, size, width, indent=0.0):
        line, used, made = "", indent, []
        for c in text:
            w = size / 2 if ord(c) < 128 else size
            if used + w > width + 0.01 and c not in "，。；、）》":  # no line begins with a closing mark
                made.append(line)
                line, used = "", 0.0
            line, used = line + c, used + w
        return made + [line]

    def paragraph(self, text, align="left", indent=True, size=SIZE):
        offset = 2 * size if indent and align == "left" else 0.0
        for number, line in enumerate(self.lines_of(text, size, self.WIDTH, offset)):
            if self.y + self.LEADING > self.BOTTOM:
                self.new_page()
            length = sum(size / 2 if ord(c) < 128 else size for c in line)
            x = {"left": self.LEFT + (offset if number == 0 else 0), "center": self.LEFT + (self.WIDTH - length) / 2,
                 "right": self.LEFT + self.WIDTH - length - 4 * size}[align]
            self.write(x, self.y, line, size)
            self.y += self.LEADING

    def rule(self, x0, y0, x1, y1):
        self.object("PathObject", (x0, y0, x1 - x0 + 0.1, y1 - y0 + 0.1), 'LineWidth="0.2"',
                    f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0:.2f} {y1 - y0:.2f}</ofd:AbbreviatedData>")

    def table(self):
        size, height = 4.0, 11.0
        edges = [self.LEFT]
        for width in (14, 24, 58, 30, 30.8):
            edges.append(edges[-1] + width)
        reach, row = spans(), 0
        while row < len(ROWS):
            rows_here = min(len(ROWS) - row, int((self.BOTTOM - self.y) / height) - 1)
            self.rows(edges, reach, row, rows_here, size, height)
            row += rows_here
            if row < len(ROWS):
                self.new_page()

    def rows(self, edges, reach, first, count, size, height):
        top = self.y
        self.rule(edges[0], top, edges[-1], top)
        for x in edges:
            self.rule(x, top, x, top + (count + 1) * height)
        for column, text in enumerate(HEADER):
            self.cell(edges, column, top, text, size)
        for row in range(first, first + count):
            y = top + (row - first + 1) * height
            self.cell(edges, 0, y, str(row + 1), size)
            for column in range(5):
                if column == 0 or reach[row][column - 1] or row == first:
                    self.rule(edges[column], y, edges[column + 1], y)
            for column in range(4):
                if reach[row][column]:
                    self.cell(edges, column + 1, y, ROWS[row][column], size)
        self.y = top + (count + 1) * height
        self.rule(edges[0], self.y, edges[-1], self.y)

    def cell(self, edges, column, y, text, size):
        for number, line in enumerate(self.lines_of(text, size, edges[column + 1] - edges[column] - 2)):
            self.write(edges[column] + 1, y + 1 + number * size * 1.2, line, size)

    def save(self, path):
        ns = 'xmlns:ofd="http://www.ofdspec.org/2016"'
        head = '<?xml version="1.0" encoding="UTF-8"?>\n'
        files = {
            "OFD.xml": f'<ofd:OFD {ns} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>'
                       "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f'<ofd:Document {ns}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea>'
                                  "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                                  "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
                                  '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>'
                                  + "".join(f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"/>'
                                            for n in range(len(self.pages))) + "</ofd:Pages></ofd:Document>",
            "Doc_0/PublicRes.xml": f'<ofd:Res {ns} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="FangSong"/></ofd:Fonts></ofd:Res>',
            "Doc_0/Tpls/Tpl_0/Content.xml": f'<ofd:Page {ns}><ofd:Content><ofd:Layer ID="3"><ofd:TextObject ID="4" '
                                            'Boundary="80 20 60 5" Font="1" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 8 4">'
                                            "青溪县人民政府文件</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>",
        }
        for n, objects in enumerate(self.pages):
            self.ids += 1
            number = (f'<ofd:TextObject ID="{9000 + n}" Boundary="98 272 14 5" Font="1" Size="4"><ofd:TextCode X="0" Y="4" '
                      f'DeltaX="2 2 2 2">- {n + 1} -</ofd:TextCode></ofd:TextObject>')
            files[f"Doc_0/Pages/Page_{n}/Content.xml"] = (
                f'<ofd:Page {ns}><ofd:Template TemplateID="2"/><ofd:Content><ofd:Layer ID="{500 + n}" Type="Body">'
                + "".join(objects) + number + "</ofd:Layer></ofd:Content></ofd:Page>")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(zipfile.ZipInfo(name), head + text, zipfile.ZIP_DEFLATED)


def ofd(path):
    pages = OfdPages()
    pages.paragraph(TITLE, "center", size=7.0)
    pages.paragraph(NUMBER, "center")
    pages.paragraph(LETTER[0], indent=False)
    pages.paragraph(LETTER[1])
    for line in SIGNED:
        pages.paragraph(line, "right")
    pages.new_page()
    pages.paragraph(PLAN, "center", size=7.0)
    for label, (_, text) in zip(labels(), BODY):
        pages.paragraph(label + text)
    pages.paragraph("附件", indent=False)
    pages.paragraph(TABLE_TITLE, "center", size=7.0)
    pages.table()
    pages.save(path)


def convert(source, to, folder):
    subprocess.run(["soffice", "--headless", "--convert-to", to, "--outdir", str(folder), str(source)], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    here = pathlib.Path(__file__).resolve().parent
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here.parent.parent / "samples/containers"
    name = "water-supply"
    text = plain_text()
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.gb18030.txt").write_bytes(text.encode("gb18030"))
    (folder / f"{name}.utf16.txt").write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
    (folder / f"{name}.html").write_text(html(), encoding="utf-8")
    ofd(folder / f"{name}.ofd")
    with tempfile.TemporaryDirectory() as work:
        source = pathlib.Path(work, f"{name}.fodt")
        source.write_text(flat_text(), encoding="utf-8")
        convert(source, "docx:MS Word 2007 XML", folder)
        convert(source, "pdf", folder)
        sheet = pathlib.Path(work, f"{name}.fods")
        sheet.write_text(flat_sheet(), encoding="utf-8")
        convert(sheet, "xlsx:Calc MS Excel 2007 XML", folder)


if __name__ == "__main__":
    main()
