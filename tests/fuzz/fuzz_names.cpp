// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A fitted name may stand on the wire and stays as it is; a numbered one as well.
#include "core/crypto/RecoveryCode.h"
#include "core/domain/NameRules.h"
#include "tests/fuzz/Fuzz.h"

using namespace carriel;

namespace {
void run(const QByteArray &bytes)
{
    const QString name = QString::fromUtf8(bytes);
    (void)crypto::RecoveryCode::parse(name);
    for (const int most : {255, 16, 17}) {
        NameRules rules;
        rules.maxBytes = most;
        if (most == 17) { // an operator that asks for more
            rules.noLeading = QStringLiteral(" .-#");
            rules.noTrailing = QStringLiteral(". ~)");
            rules.forbiddenChars += u'_';
        }
        const QString fitted = rules.fitted(name);
        fuzz::must(!fitted.isEmpty() && fitted.toUtf8().size() <= most);
        fuzz::must(rules.fitted(fitted) == fitted);
        fuzz::must(rules.clash(fitted, fitted));
        for (const QChar c : rules.forbiddenChars)
            fuzz::must(!fitted.contains(c));
        fuzz::must(!rules.noLeading.contains(fitted.front()) && !rules.noTrailing.contains(fitted.back()));
        const QString second = rules.numbered(fitted, 2);
        fuzz::must(second.toUtf8().size() <= most && !rules.clash(fitted, second));
        fuzz::must(rules.fitted(second) == second);
        const SplitName split = splitName(fitted);
        fuzz::must(QString(split.stem + split.suffix) == fitted);
    }
}

QList<QByteArray> seeds()
{
    return {"acta.pdf",
            "CON.txt",
            "..",
            " . ",
            "a/b\\c:d",
            "tar.gz",
            ".bashrc",
            QByteArray(400, 'x') + ".pdf",
            "cafe\xcc\x81.txt",
            "cafe\x01\xcc\x81.txt",
            "\xe2\x80\xae"
            "fdp.exe",
            "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
            "nul",
            "a. ",
            "\xef\xbf\xbd\xff\xfe"};
}
} // namespace

CARRIEL_FUZZ_TARGET("names")
