# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each check catches what it is there for: one small wrong tree a rule, and a right one that passes."""
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SPDX = "// SPDX-License" + "-Identifier: GPL-3.0-or-later\n"
WRONG = [  # check, file, content
    ("layers", "core/vault/A.cpp", '#include "core/remote/B.h"\n'),
    ("layers", "core/domain/A.cpp", '#include "core/vault/B.h"\n'),
    ("layers", "core/services/A.cpp", "#include <QWidget>\n"),
    ("layers", "ui/home/A.cpp", '#include "core/vault/B.h"\n'),
    ("layers", "ui/home/A.cpp", '#include "ui/settings/B.h"\n'),
    ("layers", "core/services/A.cpp", "#include <openssl/evp.h>\n"),
    ("layers", "reference-operator/A.cpp", '#include "core/base/Result.h"\n'),
    ("banned", "ui/home/A.cpp", "void f() { dialog.exec(); }\n"),
    ("banned", "ui/home/A.cpp", "void f() { menu->exec(pos); }\n"),
    ("banned", "core/remote/A.cpp", "void f() { QEventLoop loop; }\n"),
    ("banned", "core/vault/A.cpp", "auto f() { return tr(\"text\"); }\n"),
    ("banned", "app/A.cpp", "void f() { QCoreApplication::processEvents(); }\n"),
    ("banned", "ui/home/A.cpp", "void f() { auto *dialog = new QDialog(this); }\n"),
    ("banned", "ui/home/A.h", "class Ask final : public QDialog\n"),
    ("banned", "app/desktop/A.cpp", "void f() { QMessageBox::question(this, a, b); }\n"),
    ("banned", "app/desktop/A.cpp", "void f() { future.waitForFinished(); }\n"),
    ("banned", "core/sync/A.cpp", "static int counted = 0;\n"),
    ("banned", "core/sync/A.cpp", "std::map<int, QString> known;\n"),
    ("licences", "core/base/A.cpp", "int x;\n"),
    ("licences", "docs/A.md", "# A page\n"),
    ("licences", "a/A.yml", "key: value\n"),
    ("licences", "tools/a", "#!/bin/sh\n"),
    ("licences", "docs/A.md", SPDX + "see registry.npm" + "js.org\n"),
    ("licences", "docs/A.md", SPDX + "in /ro" + "ot/x\n"),
    ("licences", "a/package-lock.json", SPDX + '{"resol' + 'ved": "https://x"}\n'),
    ("errors", "core/base/A.h", 'inline constexpr ErrorCode a{"CAR-XXX-001"};\n'),
    ("translations", "translations/carriel_es.ts",
     '<message><source>Open</source><translation type="unfinished"></translation></message>'),
    ("patience", "tests/ui/tst_a.cpp", "void f() { QTRY_VERIFY(true); }\n"),
    ("patience", "tests/ui/tst_a.cpp", "void f() { QTRY_VERIFY_WITH_TIMEOUT(g(1, 2), 5'000); }\n"),
    ("patience", "tests/ui/tst_a.cpp", "void f() { (void)QTest::qWaitFor([&] { return a(1, 2); }); }\n"),
    ("patience", "tests/ui/tst_a.cpp", "void f() { (void)QTest::qWaitFor([&] { return a; }, 10000); }\n"),
    ("sizes", "ui/home/A.cpp", "int x;\n" * 401),
]
RIGHT = [
    ("layers", "core/vault/A.cpp", '#include "core/sync/Store.h"\n#include "core/crypto/Digest.h"\n'),
    ("layers", "ui/home/A.cpp", '#include "ui/widgets/B.h"\n#include "core/services/Session.h"\n'),
    ("banned", "ui/home/A.cpp", '// dialog.exec() is banned\nauto s = "menu->exec(";\nvoid f() { drag->exec(); app.exec(); }\n'),
    ("banned", "ui/shell/Navigator.cpp", "void f() { auto *dialog = new QDialog(this); }\n"),
    ("banned", "core/sync/A.cpp", "static const int most = 3;\nconstexpr int least = 1;\nint counted();\nstruct S {\n    int x = 0;\n};\n"),
    ("licences", "core/base/A.cpp", SPDX + "int x;\n"),
    ("licences", "docs/A.md", "<!-- " + SPDX.strip() + " -->\n# A page\n"),
    ("patience", "tests/ui/tst_a.cpp", '#include "tests/support/Patience.h"\nvoid f() { QTRY_COMPARE(a, b); }\n'),
    ("patience", "tests/ui/tst_a.cpp", "void f() { QTRY_VERIFY_WITH_TIMEOUT(g(1), 60000); (void)qWaitFor([&] { return a; }, patienceMs); }\n"),
    ("sizes", "ui/home/A.cpp", "int x;\n" * 300),
]


def run(check, name, content):
    with tempfile.TemporaryDirectory() as root:
        path = pathlib.Path(root) / name
        path.parent.mkdir(parents=True)
        path.write_text(content, encoding="utf-8")
        return subprocess.run([sys.executable, "-B", HERE / f"{check}.py"], env=dict(os.environ, CARRIEL_LINT_ROOT=root),
                              capture_output=True, text=True)


bad = 0
for expected, cases in ((1, WRONG), (0, RIGHT)):
    for check, name, content in cases:
        ran = run(check, name, content)
        if ran.returncode != expected:
            bad += 1
            print(f"{check} on {name} ended with {ran.returncode}, not {expected}: {content[:70]!r}\n{ran.stdout}{ran.stderr}")
print(f"checks of the checks: {len(WRONG) + len(RIGHT)} run, {bad} wrong")
sys.exit(1 if bad else 0)
