# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that people have and systems dislike: kept where they can be, changed visibly where not, the bytes always the same."""
import unicodedata
from house import Count, Profile, Sandbox, Work, sha256

KEPT = ["Cédula de ciudadanía.pdf", "Acta núm. 3 – señora Muñoz.txt", "  con espacios  dentro .txt".strip(), "a" * 251 + ".pdf",
        "ñ" * 125 + ".pdf", ".oculto", "sin sufijo", "日本語の書類.txt", "emoji 🇨🇴.txt", "comillas 'simples'.txt", "console.txt"]
CHANGED = {"CON": "CON_", "com1.txt": "com1_.txt", "termina en punto.": "termina en punto", "termina en espacio ": "termina en espacio",
           "dos:puntos?.txt": "dos_puntos_.txt", unicodedata.normalize("NFD", "Descompuesto é.txt"): "Descompuesto é.txt"}
count = Count()
with Work() as work, Sandbox(work / "sandbox") as sandbox:
    one = Profile(sandbox, work / "one").login()
    source = work / "source"
    source.mkdir()
    expected = {}
    for number, name in enumerate(KEPT + list(CHANGED)):
        path = source / name
        path.write_bytes(f"contenido {number}".encode())
        item = one.run("put", path)["items"][0]
        wanted = CHANGED.get(name, name)
        count.check(item["name"] == wanted, f"{name!r} became {item['name']!r}, not {wanted!r}")
        count.check((name == wanted) == (not item.get("original_name")), f"{name!r}: original_name is {item.get('original_name')!r}")
        expected[item["name"]] = sha256(path)
    empty = source / "vacío.txt"
    empty.write_bytes(b"")
    expected[one.run("put", empty)["items"][0]["name"]] = sha256(empty)
    for number in range(3):  # the same name again and again
        again = work / str(number) / "repetido.txt"
        again.parent.mkdir()
        again.write_bytes(f"otra vez {number}".encode())
        item = one.run("put", again)["items"][0]
        count.check(item["name"] == ("repetido.txt" if number == 0 else f"repetido ({number + 1}).txt"), f"repeated name: {item['name']}")
        expected[item["name"]] = sha256(again)
    two = Profile(sandbox, work / "two").login()
    two.run("sync")
    there = {item["name"]: item for item in two.run("ls")["items"]}
    count.check(set(there) == set(expected), f"names differ: {set(there) ^ set(expected)}")
    for name, digest in expected.items():
        if name in there:
            got = work / "got"
            two.run("get", there[name]["id"], "-o", got)
            count.check(sha256(got) == digest, f"bytes of {name!r}")
            got.unlink()
count.finish("names")
