#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes documents with a name in one place each, and damages them.

usage: make.py places KIND DIR    one document for each place a name can stand in
       make.py plain KIND FILE    a document without anything that cannot be read
       make.py broken KIND DIR    ten damaged ones
KIND is docx, odt, eml or pdf.
"""
import base64
import io
import os
import sys
import zipfile
import zlib

NAME = "Zebedeus Kwistenbiebel"
PLAIN = "Een gewone regel."

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
     'xmlns:v="urn:schemas-microsoft-com:vml"')
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

DOCX_PLACES = ["body", "split", "table", "header", "footer", "footnote", "endnote", "comment", "comment_author",
               "deletion", "insertion", "deletion_author", "moved", "author", "last_author", "company",
               "manager", "custom", "keywords", "text_box", "old_text_box", "word_art", "alternative",
               "title_alternative", "link", "field", "content_control", "glossary", "chart", "data", "hidden",
               "people", "picture_caption"]


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def zipped(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in entries.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, stored)
    return out.getvalue()


def docx_parts(place):
    def at(where, other="niets"):
        return NAME if place == where else other

    change = f'w:id="1" w:author="{at("deletion_author", "Iemand")}" w:date="2026-01-01T00:00:00Z"'
    first, last = NAME.split()
    body = [
        run(PLAIN + " " + at("body")),
        run(first[:4]) + run(first[4:] + " ") + run(last) if place == "split" else run("niets"),
        f'<w:del {change}><w:r><w:delText>{at("deletion")}</w:delText></w:r></w:del>',
        f'<w:ins {change}>{run(at("insertion"))}</w:ins>',
        f'<w:moveFrom {change}>{run(at("moved"))}</w:moveFrom>',
        f'<w:r><w:rPr><w:vanish/></w:rPr><w:t>{at("hidden")}</w:t></w:r>',
        f'<w:hyperlink r:id="rLink">{run("hier")}</w:hyperlink>',
        f'<w:r><w:instrText> HYPERLINK "mailto:x" \\o "{at("field")}" </w:instrText></w:r>',
        f'<w:sdt><w:sdtPr><w:alias w:val="{at("content_control")}"/></w:sdtPr><w:sdtContent>{run("x")}</w:sdtContent></w:sdt>',
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        f'<wp:docPr id="1" name="x" descr="{at("alternative")}" title="{at("title_alternative")}"/>'
        f'<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p>{run(at("text_box"))}</w:p></w:txbxContent></wps:txbx>'
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape alt="x"><v:textbox><w:txbxContent><w:p>{run(at("old_text_box", at("text_box")))}</w:p></w:txbxContent></v:textbox>'
        f'<v:textpath string="{at("word_art")}"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>',
        run(at("picture_caption")),
    ]
    paragraphs = "".join(f"<w:p>{one}</w:p>" for one in body)
    table = f'<w:tbl><w:tr><w:tc><w:p>{run("cel")}</w:p></w:tc><w:tc><w:p>{run(at("table"))}</w:p></w:tc></w:tr></w:tbl>'
    note = '<w:{0}s ' + W + '><w:{0} w:id="2"><w:p>{1}</w:p></w:{0}></w:{0}s>'
    relation = '<Relationship Id="{}" Type="' + OFFICE + '/{}" Target="{}"{}/>'
    inside = [("rHeader", "header", "header1.xml"), ("rFooter", "footer", "footer1.xml"),
              ("rNotes", "footnotes", "footnotes.xml"), ("rEnd", "endnotes", "endnotes.xml"),
              ("rComments", "comments", "comments.xml"), ("rGlossary", "glossaryDocument", "glossary/document.xml"),
              ("rChart", "chart", "charts/chart1.xml"), ("rPeople", "people", "people.xml")]
    relations = "".join(relation.format(*one, "") for one in inside) + relation.format(
        "rLink", "hyperlink", "mailto:" + at("link").replace(" ", "%20"), ' TargetMode="External"')
    return {
        "[Content_Types].xml": XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                                     '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                                     '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": XML + f'<Relationships xmlns="{RELS}">' + relation.format("r1", "officeDocument", "word/document.xml", "")
                       + relation.format("r2", "x", "docProps/core.xml", "") + "</Relationships>",
        "docProps/core.xml": XML + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
                                   'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
                                   f'<dc:creator>{at("author")}</dc:creator><cp:lastModifiedBy>{at("last_author")}</cp:lastModifiedBy>'
                                   f'<cp:keywords>{at("keywords")}</cp:keywords><dcterms:created>2026-01-01T00:00:00Z</dcterms:created>'
                                   "</cp:coreProperties>",
        "docProps/app.xml": XML + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
                                  f'<Application>Office</Application><Company>{at("company")}</Company><Manager>{at("manager")}</Manager></Properties>',
        "docProps/custom.xml": XML + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
                                     'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
                                     f'<property pid="2" name="Zaak"><vt:lpwstr>{at("custom")}</vt:lpwstr></property></Properties>',
        "customXml/item1.xml": XML + f'<zaak><melder>{at("data")}</melder></zaak>',
        "word/document.xml": XML + f"<w:document {W}><w:body>{paragraphs}{table}</w:body></w:document>",
        "word/_rels/document.xml.rels": XML + f'<Relationships xmlns="{RELS}">{relations}</Relationships>',
        "word/header1.xml": XML + f'<w:hdr {W}><w:p>{run(at("header"))}</w:p></w:hdr>',
        "word/footer1.xml": XML + f'<w:ftr {W}><w:p>{run(at("footer"))}</w:p></w:ftr>',
        "word/footnotes.xml": XML + note.format("footnote", run(at("footnote"))),
        "word/endnotes.xml": XML + note.format("endnote", run(at("endnote"))),
        "word/comments.xml": XML + f'<w:comments {W}><w:comment w:id="0" w:author="{at("comment_author", "Iemand")}">'
                                   f'<w:p>{run(at("comment"))}</w:p></w:comment></w:comments>',
        "word/people.xml": XML + '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
                                 f'<w15:person w15:author="{at("people", "Iemand")}"/></w15:people>',
        "word/glossary/document.xml": XML + f'<w:glossaryDocument {W}><w:docParts><w:p>{run(at("glossary"))}</w:p></w:docParts></w:glossaryDocument>',
        "word/charts/chart1.xml": XML + '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
                                        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
                                        f'<c:chart><a:p><a:r><a:t>{at("chart")}</a:t></a:r></a:p></c:chart></c:chartSpace>',
    }


ODT_PLACES = ["body", "split", "table", "header", "footer", "footnote", "comment", "comment_author", "deletion",
              "deletion_author", "author", "last_author", "custom", "keywords", "text_box", "alternative",
              "title_alternative", "link", "heading", "field", "object", "data"]
O = " ".join(f'xmlns:{short}="{name}"' for short, name in {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "form": "urn:oasis:names:tc:opendocument:xmlns:form:1.0",
    "dc": "http://purl.org/dc/elements/1.1/", "xlink": "http://www.w3.org/1999/xlink"}.items())


def odt_parts(place):
    def at(where, other="niets"):
        return NAME if place == where else other

    first, last = NAME.split()
    split = f"{first[:4]}<text:span>{first[4:]}</text:span><text:s/>{last}" if place == "split" else "niets"
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        f'<dc:creator>{at("deletion_author", "Iemand")}</dc:creator><dc:date>2026-01-01</dc:date></office:change-info>'
        f'<text:p>{at("deletion")}</text:p></text:deletion></text:changed-region></text:tracked-changes>'
        f'<text:h>{at("heading")}</text:h><text:p>{PLAIN} {at("body")}</text:p><text:p>{split}</text:p>'
        f'<text:p>x<office:annotation><dc:creator>{at("comment_author", "Iemand")}</dc:creator><text:p>{at("comment")}</text:p></office:annotation></text:p>'
        f'<text:p>y<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>{at("footnote")}</text:p></text:note-body></text:note></text:p>'
        f'<text:p><draw:frame><draw:text-box><text:p>{at("text_box")}</text:p></draw:text-box><svg:title>{at("title_alternative")}</svg:title><svg:desc>{at("alternative")}</svg:desc></draw:frame></text:p>'
        f'<text:p><text:a xlink:href="mailto:{at("link").replace(" ", "%20")}">hier</text:a></text:p>'
        f'<form:text form:current-value="{at("field")}"/>'
        f'<table:table><table:table-row><table:table-cell><text:p>{at("table")}</text:p></table:table-cell></table:table-row></table:table>')
    names = ["content.xml", "styles.xml", "meta.xml", "Object 1/content.xml", "data/item.xml"]
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": XML + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                                       '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
                                       + "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in names)
                                       + "</manifest:manifest>",
        "content.xml": XML + f"<office:document-content {O}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": XML + f'<office:document-styles {O}><office:master-styles><style:master-page><style:header><text:p>{at("header")}</text:p></style:header>'
                            f'<style:footer><text:p>{at("footer")}</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>',
        "meta.xml": XML + f'<office:document-meta {O}><office:meta><meta:initial-creator>{at("author")}</meta:initial-creator>'
                          f'<dc:creator>{at("last_author")}</dc:creator><meta:keyword>{at("keywords")}</meta:keyword>'
                          f'<meta:user-defined meta:name="Zaak">{at("custom")}</meta:user-defined></office:meta></office:document-meta>',
        "Object 1/content.xml": XML + f'<office:document-content {O}><office:body><text:p>{at("object")}</text:p></office:body></office:document-content>',
        "data/item.xml": XML + f'<zaak><melder>{at("data")}</melder></zaak>',
    }


EML_PLACES = ["from", "subject", "encoded_subject", "body", "quoted_printable", "base64", "html", "html_comment", "html_alt", "latin1",
              "attachment_name", "attached_text", "attached_docx", "attached_docx_header", "attached_odt", "attached_pdf",
              "second_level", "third_level", "third_level_docx", "preamble", "reply_to"]


def mime(type_, content, encoding="7bit", more=""):
    return f"Content-Type: {type_}\r\nContent-Transfer-Encoding: {encoding}\r\n{more}\r\n{content}\r\n"


def attached(type_, name, content):
    lines = base64.encodebytes(content).decode().replace("\n", "\r\n")
    return mime(type_, lines, "base64", f'Content-Disposition: attachment; filename="{name}"\r\n')


def several(kind, boundary, parts, preamble=""):
    return (f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n{preamble}\r\n'
            + "".join(f"--{boundary}\r\n{part}" for part in parts) + f"--{boundary}--\r\n")


def eml(place):
    def at(where, other="niets"):
        return NAME if place == where else other

    def text(name, kind="plain"):
        return mime(f"text/{kind}; charset=utf-8", f"{PLAIN} {at(name)}\r\n")

    quoted = at("quoted_printable").replace("e", "=65").replace("K", "=\r\nK")
    docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    docx = docx_parts({"attached_docx": "body", "attached_docx_header": "header"}.get(place, "none"))
    third = ("From: c@example.nl\r\nSubject: derde\r\nMIME-Version: 1.0\r\n"
             + several("mixed", "drie", [text("third_level"), attached(docx_type, "diep.docx", zipped(docx_parts(
                 "comment" if place == "third_level_docx" else "none")))]))
    second = ("From: b@example.nl\r\nSubject: tweede\r\nMIME-Version: 1.0\r\n"
              + several("mixed", "twee", [text("second_level"), mime("message/rfc822", third)]))
    alternative = several("alternative", "anders", [
        text("body"), mime("text/plain; charset=utf-8", quoted, "quoted-printable"),
        mime("text/plain; charset=utf-8", base64.b64encode((PLAIN + " " + at("base64")).encode()).decode(), "base64"),
        mime("text/plain; charset=iso-8859-1", ("Zoë " + at("latin1")).encode("latin-1").decode("latin-1"), "8bit"),
        mime("text/html; charset=utf-8", f'<p>Regel <b>{at("html").replace(" ", "</b> <i>")}</i><!-- {at("html_comment")} --><img alt="{at("html_alt")}"></p>'),
    ])
    encoded = base64.b64encode(at("encoded_subject").encode()).decode()
    head = (f'From: "{at("from")}" <a@example.nl>\r\nReply-To: {at("reply_to")} <z@example.nl>\r\n'
            f'Subject: Over {at("subject")} =?utf-8?B?{encoded}?=\r\nMIME-Version: 1.0\r\n')
    parts = [alternative, attached("text/plain", at("attachment_name", "bijlage") + ".txt", (PLAIN + at("attached_text")).encode()),
             attached(docx_type, "stuk.docx", zipped(docx)),
             attached("application/octet-stream", "stuk.odt", zipped(odt_parts("body" if place == "attached_odt" else "none"))),
             attached("application/pdf", "stuk.pdf", pdf("body" if place == "attached_pdf" else "none")),
             mime("message/rfc822", second)]
    whole = head + several("mixed", "een", parts, at("preamble", ""))
    # The one part in ISO 8859-1 is bytes of its own.
    return whole.replace("Zoë", "\udceb").encode("utf-8", "surrogateescape").replace(b"\xeb", b"Zo\xeb")


PDF_PLACES = ["body", "second_page", "left_column", "right_column", "author", "title", "keywords", "note", "note_author", "field",
              "link", "attachment", "attachment_name", "alternative", "outline", "metadata"]


def pdf(place):
    def at(where, other="niets"):
        return NAME if place == where else other

    first, last = NAME.split()
    long = "Woorden staan hier"

    def column(x, where):
        lines = [long] * 6
        if place == where:
            lines[2:4] = [f"en toen kwam {first}", f"{last} de kamer in"]
        return "".join(f"1 0 0 1 {x} {600 - 14 * i} Tm ({line}) Tj " for i, line in enumerate(lines))

    # Line by line over both columns, as programs write it: only their places tell that there are two.
    page = f"BT /F1 11 Tf 1 0 0 1 72 720 Tm ({PLAIN} {at('body')}) Tj {column(72, 'left_column')}{column(320, 'right_column')}ET"
    second = f"BT /F1 11 Tf 1 0 0 1 72 720 Tm ({at('second_page')}) Tj ET"
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{at("metadata")}</dc:creator></x:xmpmeta>'

    def stream(content, more="", packed=True):
        data = zlib.compress(content.encode("latin-1")) if packed else content.encode()
        kind = "/Filter /FlateDecode " if packed else ""
        return f"<< {more}{kind}/Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"

    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Metadata 8 0 R /Outlines 14 0 R /AcroForm << /Fields [11 0 R] /DR << /Font << /F1 5 0 R >> >> >> "
        b"/Names << /EmbeddedFiles << /Names [(a) 12 0 R] >> >> /MarkInfo << /Marked true >> /StructTreeRoot 16 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R /Annots [9 0 R 10 0 R 11 0 R] >>",
        stream(page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 7 0 R >>",
        stream(second),
        stream(xmp, "/Type /Metadata /Subtype /XML ", False),
        f"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents ({at('note')}) /T ({at('note_author')}) >>".encode(),
        f"<< /Type /Annot /Subtype /Link /Rect [40 10 60 30] /A << /S /URI /URI (mailto:{at('link').replace(' ', '%20')}) >> >>".encode(),
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (veld) /V ({at('field')}) /DA (/F1 10 Tf) /Rect [70 10 90 30] /P 3 0 R >>".encode(),
        f"<< /Type /Filespec /F ({at('attachment_name', 'bijlage')}.txt) /UF ({at('attachment_name', 'bijlage')}.txt) /EF << /F 13 0 R >> >>".encode(),
        stream(PLAIN + " " + at("attachment"), "/Type /EmbeddedFile ", False),
        b"<< /Type /Outlines /First 15 0 R /Last 15 0 R /Count 1 >>",
        f"<< /Title ({at('outline')}) /Parent 14 0 R /Dest [3 0 R /Fit] >>".encode(),
        b"<< /Type /StructTreeRoot /K 17 0 R >>",
        f"<< /Type /StructElem /S /Figure /P 16 0 R /Pg 3 0 R /Alt ({at('alternative')}) >>".encode(),
        f"<< /Author ({at('author')}) /Title ({at('title')}) /Keywords ({at('keywords')}) >>".encode(),
    ]
    out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{at:010d} 00000 n \n" for at in places).encode()
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()


MAKERS = {"docx": (DOCX_PLACES, lambda place: zipped(docx_parts(place))),
          "odt": (ODT_PLACES, lambda place: zipped(odt_parts(place))),
          "eml": (EML_PLACES, eml), "pdf": (PDF_PLACES, pdf)}


def without(parts, name):
    return zipped({key: value for key, value in parts.items() if key != name})


def changed(parts, name, old, new):
    assert old in parts[name], (name, old)
    return zipped({**parts, name: parts[name].replace(old, new)})


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1:]


def zip_damages(kind, whole):
    parts = docx_parts("body") if kind == "docx" else odt_parts("body")
    main = "word/document.xml" if kind == "docx" else "content.xml"
    listed = "[Content_Types].xml" if kind == "docx" else "META-INF/manifest.xml"
    inner = whole.find(main.encode()) + len(main) + 40
    text = "niets"
    yield "empty", b""
    yield "half", whole[:len(whole) // 2]
    yield "without-its-end", whole[:-30]
    yield "flipped-in-the-text", flipped(whole, inner)
    yield "no-main-part", without(parts, main)
    yield "no-list", without(parts, listed)
    yield "part-missing", without(parts, "word/header1.xml" if kind == "docx" else "styles.xml")
    yield "xml-cut", changed(parts, main, "</w:body></w:document>" if kind == "docx" else "</office:document-content>", "")
    yield "entity", changed(parts, main, XML, XML + '<!DOCTYPE x [<!ENTITY n "x">]>')
    yield "other-charset", zipped({**parts, main: parts[main].replace(text, "\udce9", 1).encode("utf-8", "surrogateescape")})


def eml_damages(whole):
    yield "empty", b""
    yield "half", whole[:len(whole) // 2]
    yield "without-its-end", whole[:whole.rfind(b"--een--")]
    yield "no-headers", b"\r\n" + whole
    yield "no-boundary", whole.replace(b'boundary="een"', b'bundary="een"', 1)
    yield "other-boundary", whole.replace(b'boundary="een"', b'boundary="twaalf"', 1)
    yield "base64-no-letter", whole.replace(b"base64\r\n\r\n", b"base64\r\n\r\n!!!!", 1)
    yield "base64-cut", whole.replace(b"base64\r\n\r\n", b"base64\r\n\r\nQQ", 1)
    yield "unknown-charset", whole.replace(b"iso-8859-1", b"iso-8859-77", 1)
    # The fourth line of the attached docx lies in its compressed bytes.
    at = whole.find(b'filename="stuk.docx"')
    for _ in range(6):
        at = whole.find(b"\r\n", at) + 2
    yield "attachment-damaged", whole[:at] + b"AAAAAAAA" + whole[at + 8:]


def pdf_damages(whole):
    packed = whole.find(b"stream\n") + 20
    yield "empty", b""
    yield "half", whole[:len(whole) // 2]
    yield "without-its-end", whole[:whole.rfind(b"startxref")]
    yield "no-header", whole[9:]
    yield "flipped-in-the-text", flipped(whole, packed)
    yield "no-pages", whole.replace(b"/Kids [3 0 R 6 0 R]", b"/Kids [33 0 R 36 R]", 1)
    yield "table-off", whole.replace(b"startxref\n", b"startxref\n7", 1)
    yield "text-cut", whole.replace(b"/Filter /FlateDecode", b"/Filter /FlateDecodX", 1)
    yield "no-catalog", whole.replace(b"/Root 1 0 R", b"/Root 5 0 R", 1)
    yield "content-missing", whole.replace(b"/Contents 4 0 R", b"/Contents 94 0 R", 1).replace(b"obj\n", b"obj\n", 1)


def main():
    what, kind, target = sys.argv[1:]
    places, maker = MAKERS[kind]
    if what == "plain":
        with open(target, "wb") as file:
            file.write(maker("none"))
        return
    os.makedirs(target, exist_ok=True)
    if what == "places":
        made = ((place, maker(place)) for place in places)
    else:
        whole = maker("body")
        damages = {"eml": eml_damages, "pdf": pdf_damages}.get(kind)
        made = damages(whole) if damages else zip_damages(kind, whole)
    for name, content in made:
        with open(os.path.join(target, f"{name}.{kind}"), "wb") as file:
            file.write(content)


main()
