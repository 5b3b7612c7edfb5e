# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as strangers send them: whole, broken, bent after they were signed, or made to harm. Each has a name and its bytes."""
import io
import re
import zipfile
import zlib

CONTENT = b"BT /F1 18 Tf 72 700 Td (Contrato por 100 pesos) Tj ET"
FIELD = b"<</FT/Tx/Type/Annot/Subtype/Widget/F 4/P 3 0 R/T(nombre)/Rect[72 600 272 620]%s>>"
NOTE = b"<</Type/Annot/Subtype/FreeText/Rect[72 600 400 640]/Contents(Son 900 pesos)>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R%s>>"


def assembled(objects, trailer=b"/Root 1 0 R"):
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, trailer, len(out))


def plain(field=b"", fields=b"[6 0 R]"):
    """One page and a form with one text field."""
    return assembled([b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields%s>>>>" % fields, b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                      PAGE % b"/Annots[6 0 R]", b"<</Length %d>>\nstream\n%s\nendstream" % (len(CONTENT), CONTENT),
                      b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", FIELD % field, b"<</Title(Contrato)/Author(Ana)>>"],
                     b"/Root 1 0 R/Info 7 0 R")


def trailer(pdf):
    """The newest root, size and table, as an update continues them."""
    last = pdf[pdf.rindex(b"trailer"):]
    word = lambda pattern: re.search(pattern, last).group(1)
    return word(rb"/Root (\d+) 0 R"), int(word(rb"/Size (\d+)")), int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])


def updated(pdf, objects, prev=None):
    """What a program appends that changes or adds objects."""
    root, size, start = trailer(pdf)
    out, table = pdf, b"xref\n"
    for number, body in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    return out + table + b"trailer\n<</Root %s 0 R/Info 7 0 R/Size %d/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        root, max([size, *(n + 1 for n in objects)]), start if prev is None else at, at)


def current(pdf, number):
    """What stands last under that number."""
    return re.findall(rb"(?:^|\n)%d 0 obj\n(.*?)\nendobj" % number, pdf, re.S)[-1]


def once(pdf, old, new):
    assert old in pdf, old
    at = pdf.rindex(old)
    return pdf[:at] + new + pdf[at + len(old):]


def byte_range(pdf, text):
    old = re.findall(rb"/ByteRange \[[^\]]*\]", pdf)[-1]
    return once(pdf, old, (b"/ByteRange " + text).ljust(len(old)))


def zeroed(pdf):
    at = pdf.rindex(b"/Contents <") + 11
    end = pdf.index(b">", at)
    return pdf[:at] + b"0" * (end - at) + pdf[end:]


def zipped(entries, stored=("mimetype",)):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries:
            made.writestr(name, data, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def rezipped(container, change):
    """The entries of a container, as `change` gives them back."""
    with zipfile.ZipFile(io.BytesIO(container)) as given:
        return zipped(change([(info.filename, given.read(info)) for info in given.infolist()]))


def bomb():
    data = zlib.compress(b"\0" * (300 << 20), 9)
    return assembled([b"<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[4 0 R]>>>>", b"<</Type/Pages/Count 0/Kids[]>>",
                      b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(data), data),
                      b"<</FT/Sig/T(f)/V 3 0 R>>"])


def files(signed, lta, twice, container, detached):
    """(what it is, the file's name, its bytes): `signed` is plain() with a signature, `lta` the same for the archive, `twice` with a
    second signature; `container` an ASiC-E with the text `carta.txt`, `detached` a CAdES signature of that text."""
    root = int(trailer(signed)[0])
    yield "nothing at all", "vacio.pdf", b""
    yield "a text", "nota.txt", b"hola"
    yield "not signed", "sin-firma.pdf", plain()
    yield "signed", "firmado.pdf", signed
    yield "signed, with proofs and an archive timestamp behind it", "archivo.pdf", lta
    yield "signed by two people, one after the other", "dos-personas.pdf", twice
    yield "its title changed later", "titulo.pdf", updated(signed, {7: b"<</Title(Otra cosa)/Author(Ana)>>"})
    yield "a field was filled later", "llenado.pdf", updated(signed, {6: FIELD % b"/V(Eva)"})
    yield "a note was added, which nobody allowed", "nota.pdf", updated(
        signed, {3: current(signed, 3).replace(b"/Annots [", b"/Annots [40 0 R ").replace(b"/Annots[", b"/Annots[40 0 R "), 40: NOTE})
    yield "one byte changed inside what was signed", "un-byte.pdf", signed.replace(b"por 100 pesos", b"por 900 pesos")
    yield "the page's text replaced behind the signature", "contenido.pdf", updated(
        signed, {4: b"<</Length %d>>\nstream\n%s\nendstream" % (len(CONTENT), CONTENT.replace(b"100", b"900"))})
    yield "another page shown instead", "otra-hoja.pdf", updated(signed, {2: b"<</Type/Pages/Count 1/Kids[41 0 R]>>", 41: PAGE % b""})
    yield "bytes behind the end that no table names", "cola.pdf", signed + b"50 0 obj\n<</JS(app.alert\\(1\\))>>\nendobj\n"
    yield "the signature taken out of the form", "sacada.pdf", updated(
        signed, {root: b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>"})
    yield "cut off", "cortado.pdf", signed[:-2000]
    yield "its last table is not where it says", "tabla.pdf", once(signed, b"startxref\n", b"startxref\n9")
    yield "tables that lead in a circle", "circulo.pdf", updated(signed, {42: b"<<>>"}, prev="itself")
    yield "the same name twice in one dictionary", "doble.pdf", updated(signed, {3: (PAGE % b"/Contents 43 0 R"), 43: b"<</Length 0>>\nstream\n\nendstream"})
    yield "a byte range of two numbers", "rango-dos.pdf", byte_range(signed, b"[0 10]")
    yield "a byte range that leaves out more than the signature", "rango-ancho.pdf", byte_range(signed, b"[0 10 20 30]")
    yield "a signature of zeros", "ceros.pdf", zeroed(signed)
    yield "a signature of an unknown kind", "clase.pdf", once(signed, b"/ETSI.CAdES.detached", b"/XXXX.XXXXX.detached")
    yield "a form that leads in a circle, never signed", "formulario-circulo.pdf", plain(b"/Kids[6 0 R]")
    yield "a signature field in a circle, never signed", "firma-circulo.pdf", updated(
        plain(fields=b"[6 0 R 8 0 R]"), {8: b"<</FT/Sig/T(firma)/Kids[8 0 R]>>"})
    yield "pages that lead in a circle, never signed", "hojas-circulo.pdf", updated(plain(), {2: b"<</Type/Pages/Count 1/Kids[3 0 R 2 0 R]>>"})
    yield "damaged inside, never signed", "roto.pdf", once(plain(), b"startxref\n", b"startxref\n9")
    yield "rubbish before its header", "basura-antes.pdf", b"basura\n" + plain()
    yield "a header and nothing else", "cabecera.pdf", b"%PDF-1.7\n"
    yield "arrays nested ten thousand deep", "hondo.pdf", updated(plain(), {1: b"<</Type/Catalog/Pages 2 0 R/AcroForm " + b"[" * 10000 + b"]" * 10000 + b">>"})
    yield "a stream that unpacks to 300 MB", "bomba.pdf", bomb()
    yield "a program inside, not signed", "programa.pdf", updated(plain(), {1: b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>"})
    yield "a container", "carta.asice", container
    yield "a container with a file that nobody signed", "de-mas.asice", rezipped(container, lambda all: [*all, ("otro.txt", b"hola")])
    yield "a container whose file changed", "cambiada.asice", rezipped(container, lambda all: [(n, b"otra" if n == "carta.txt" else d) for n, d in all])
    yield "a container without its file", "falta.asice", rezipped(container, lambda all: [(n, d) for n, d in all if n != "carta.txt"])
    yield "a container with one name twice", "repetida.asice", rezipped(container, lambda all: [*all, ("carta.txt", b"otra")])
    yield "a container with a name that leaves it", "fuera.asice", rezipped(container, lambda all: [*all, ("../fuera.txt", b"hola")])
    yield "a container that does not say what it is", "sin-tipo.asice", rezipped(container, lambda all: [(n, d) for n, d in all if n != "mimetype"])
    yield "a container with 200 MB of zeros in a few bytes", "bomba.asice", rezipped(container, lambda all: [*all, ("cero.bin", b"\0" * (200 << 20))])
    yield "a container signed in XML", "xml.asice", zipped([("mimetype", b"application/vnd.etsi.asic-e+zip"), ("carta.txt", b"hola"),
                                                          ("META-INF/signatures.xml", b"<asic:XAdESSignatures><ds:Signature/></asic:XAdESSignatures>")])
    yield "a container cut off", "cortada.asice", container[:-30]
    yield "a container with bytes of nobody in it", "huerfana.asice", b"bytes de nadie" + container
    yield "a signature in XML", "firma.xml", b"<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/>"
    yield "a signature beside its file", "carta.txt.p7s", detached
    yield "a signature whose file is missing", "perdida.txt.p7s", detached
    yield "a signature beside another file", "otra.txt.p7s", detached
    yield "a signature cut off", "corta.txt.p7s", detached[:-100]
