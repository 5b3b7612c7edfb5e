// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/FindingWords.h"

#include "ui/text/VerdictWords.h"

#include <QCoreApplication>
#include <array>

namespace carriel::text {

namespace {

// As core/signing writes them; the first that fits counts, so the particular stands before the general.
constexpr std::array all{
    QT_TRANSLATE_NOOP("Findings", "the document's title changed"),
    QT_TRANSLATE_NOOP("Findings", "the document's author changed"),
    QT_TRANSLATE_NOOP("Findings", "the document's subject changed"),
    QT_TRANSLATE_NOOP("Findings", "the document's keywords changed"),
    QT_TRANSLATE_NOOP("Findings", "the document's program changed"),
    QT_TRANSLATE_NOOP("Findings", "the document's date of creation changed"),
    QT_TRANSLATE_NOOP("Findings", "the document's metadata changed"),
    QT_TRANSLATE_NOOP("Findings", "the document's title changed, which the signer did not allow"),
    QT_TRANSLATE_NOOP("Findings", "the document's author changed, which the signer did not allow"),
    QT_TRANSLATE_NOOP("Findings", "the document's %1 changed, which the signer did not allow"),
    QT_TRANSLATE_NOOP("Findings", "the document's %1 changed"),
    QT_TRANSLATE_NOOP("Findings", "document information"),
    QT_TRANSLATE_NOOP("Findings", "proofs for later"),
    QT_TRANSLATE_NOOP("Findings", "a timestamp"),
    QT_TRANSLATE_NOOP("Findings", "something that nothing shows"),
    QT_TRANSLATE_NOOP("Findings", "another signature"),
    QT_TRANSLATE_NOOP("Findings", "another visible signature"),
    QT_TRANSLATE_NOOP("Findings", "another signature, which the signer did not allow"),
    QT_TRANSLATE_NOOP("Findings", "what was signed is an older version: %1"),
    QT_TRANSLATE_NOOP("Findings", "a timestamp that shows something on a page"),
    QT_TRANSLATE_NOOP("Findings", "a signature field was placed"),
    QT_TRANSLATE_NOOP("Findings", "the box of a later signature does not name who signed, and says: %1"),
    QT_TRANSLATE_NOOP("Findings", "the box of a later signature says more than who signed: %1"),
    QT_TRANSLATE_NOOP("Findings", "the box of a later signature holds something that cannot be read"),
    QT_TRANSLATE_NOOP("Findings", "beside what was signed on page %1 the box of a later signature says: %2"),
    QT_TRANSLATE_NOOP("Findings", "the box of a later signature draws something beside what was signed on page %1"),
    QT_TRANSLATE_NOOP("Findings", "a note says: %1"),
    QT_TRANSLATE_NOOP("Findings", "the box of a later signature covers part of page %1"),
    QT_TRANSLATE_NOOP("Findings", "the box of a later signature covers an earlier one on page %1"),
    QT_TRANSLATE_NOOP("Findings", "the box of a later signature hides text of page %1"),
    QT_TRANSLATE_NOOP("Findings", "the content of page %1 changed"),
    QT_TRANSLATE_NOOP("Findings", "another signature field has the same name"),
    QT_TRANSLATE_NOOP("Findings", "its authority is accredited, says %1"),
    QT_TRANSLATE_NOOP("Findings", "the list that names %1 ended on %2"),
    QT_TRANSLATE_NOOP("Findings", "its author certified it: nothing may be changed"),
    QT_TRANSLATE_NOOP("Findings", "its author certified it: only forms may be filled in, and signatures added"),
    QT_TRANSLATE_NOOP("Findings", "its author certified it: forms may be filled in, and notes and signatures added"),
    QT_TRANSLATE_NOOP("Findings", "%1 has signatures of its own, which were not looked at"),
    QT_TRANSLATE_NOOP("Findings", "a note hides text of page %1"),
    QT_TRANSLATE_NOOP("Findings", "a note covers part of page %1"),
    QT_TRANSLATE_NOOP("Findings", "an annotation changed"),
    QT_TRANSLATE_NOOP("Findings", "an annotation of a kind that is no note changed"),
    QT_TRANSLATE_NOOP("Findings", "the box of a signature stands in another place"),
    QT_TRANSLATE_NOOP("Findings", "the box of a signature was put on page %1 later"),
    QT_TRANSLATE_NOOP("Findings", "an annotation was added"),
    QT_TRANSLATE_NOOP("Findings", "a new annotation, which the signer did not allow"),
    QT_TRANSLATE_NOOP("Findings", "a new annotation of a kind that is no note"),
    QT_TRANSLATE_NOOP("Findings", "field %1 was filled"),
    QT_TRANSLATE_NOOP("Findings", "field %1 looks different"),
    QT_TRANSLATE_NOOP("Findings", "field %1 was signed"),
    QT_TRANSLATE_NOOP("Findings", "field %1 shows something else than its value"),
    QT_TRANSLATE_NOOP("Findings", "what field %1 shows cannot be told"),
    QT_TRANSLATE_NOOP("Findings", "field %1 changed, which its author closed to filling"),
    QT_TRANSLATE_NOOP("Findings", "field %1 was closed by the signer"),
    QT_TRANSLATE_NOOP("Findings", "field %1 changed, which the signer did not allow"),
    QT_TRANSLATE_NOOP("Findings", "/%1 of field %2"),
    QT_TRANSLATE_NOOP("Findings", "button %1"),
    QT_TRANSLATE_NOOP("Findings", "signature field %1 with an old signature"),
    QT_TRANSLATE_NOOP("Findings", "signature field %1"),
    QT_TRANSLATE_NOOP("Findings", "a new field that is no signature"),
    QT_TRANSLATE_NOOP("Findings", "a new field with an old signature"),
    QT_TRANSLATE_NOOP("Findings", "a box like a signature's that nobody signed"),
    QT_TRANSLATE_NOOP("Findings", "signature field %1 looks different, and nobody signed it"),
    QT_TRANSLATE_NOOP("Findings", "a new field with a part that is no widget"),
    QT_TRANSLATE_NOOP("Findings", "annotations were removed"),
    QT_TRANSLATE_NOOP("Findings", "fields were removed"),
    QT_TRANSLATE_NOOP("Findings", "another form"),
    QT_TRANSLATE_NOOP("Findings", "/%1 of the form"),
    QT_TRANSLATE_NOOP("Findings", "/Contents of a page"),
    QT_TRANSLATE_NOOP("Findings", "/Resources of a page"),
    QT_TRANSLATE_NOOP("Findings", "/%1 of a page"),
    QT_TRANSLATE_NOOP("Findings", "/Pages of the document root"),
    QT_TRANSLATE_NOOP("Findings", "/%1 of the document root"),
    QT_TRANSLATE_NOOP("Findings", "/%1 of the trailer"),
    QT_TRANSLATE_NOOP("Findings", "another document root"),
    QT_TRANSLATE_NOOP("Findings", "another encryption"),
    QT_TRANSLATE_NOOP("Findings", "object %1 changed, and more depends on it"),
    QT_TRANSLATE_NOOP("Findings", "object %1 changed"),
    QT_TRANSLATE_NOOP("Findings", "object %1, which the signed version lacked but used"),
    QT_TRANSLATE_NOOP("Findings", "object %1 of the signed version cannot be read"),
    QT_TRANSLATE_NOOP("Findings", "object %1 cannot be read"),
    QT_TRANSLATE_NOOP("Findings", "object %1 is listed twice"),
    QT_TRANSLATE_NOOP("Findings", "object %1 is not where it is listed"),
    QT_TRANSLATE_NOOP("Findings", "objects overlap at %1"),
    QT_TRANSLATE_NOOP("Findings", "unlisted bytes at %1"),
    QT_TRANSLATE_NOOP("Findings", "the update does not follow the signed version"),
    QT_TRANSLATE_NOOP("Findings", "cross-references out of order"),
    QT_TRANSLATE_NOOP("Findings", "hybrid cross-reference after the signature"),
    QT_TRANSLATE_NOOP("Findings", "what the signer allowed cannot be understood"),
    QT_TRANSLATE_NOOP("Findings", "the file does not read without repair"),
    QT_TRANSLATE_NOOP("Findings", "the file cannot be read by its own table"),
    QT_TRANSLATE_NOOP("Findings", "the form cannot be read"),
    QT_TRANSLATE_NOOP("Findings", "a second reader cannot read the file"),
    QT_TRANSLATE_NOOP("Findings", "a second reader cannot read the signed version"),
    QT_TRANSLATE_NOOP("Findings", "a second reader finds the later version irregular"),
    QT_TRANSLATE_NOOP("Findings", "a second reader sees other objects"),
    QT_TRANSLATE_NOOP("Findings", "a second reader read only what came later: %1 objects"),
    QT_TRANSLATE_NOOP("Findings", "a second reader was not asked: %1 objects, and nothing follows the signature"),
    QT_TRANSLATE_NOOP("Findings", "a signature that belongs to no field"),
    QT_TRANSLATE_NOOP("Findings", "a password is needed"),
    QT_TRANSLATE_NOOP("Findings", "the password is not the right one"),
    QT_TRANSLATE_NOOP("Findings", "no document"),
    QT_TRANSLATE_NOOP("Findings", "too many fields"),
    QT_TRANSLATE_NOOP("Findings", "a field stands twice"),
    QT_TRANSLATE_NOOP("Findings", "unreadable field"),
    QT_TRANSLATE_NOOP("Findings", "unreadable kids"),
    QT_TRANSLATE_NOOP("Findings", "unreadable form"),
    QT_TRANSLATE_NOOP("Findings", "one signature stands in several fields"),
    QT_TRANSLATE_NOOP("Findings", "the signature cannot be read"),
    QT_TRANSLATE_NOOP("Findings", "the signature is not an object of its own"),
    QT_TRANSLATE_NOOP("Findings", "the signature's dictionary says something twice"),
    QT_TRANSLATE_NOOP("Findings", "the signature's dictionary was changed"),
    QT_TRANSLATE_NOOP("Findings", "the signature's value is somewhere else"),
    QT_TRANSLATE_NOOP("Findings", "the signed bytes do not begin at the beginning"),
    QT_TRANSLATE_NOOP("Findings", "the signed bytes lie outside the file"),
    QT_TRANSLATE_NOOP("Findings", "the signed bytes are others"),
    QT_TRANSLATE_NOOP("Findings", "the stamped bytes are others"),
    QT_TRANSLATE_NOOP("Findings", "the signed version cannot be read by its own table"),
    QT_TRANSLATE_NOOP("Findings", "the signed version does not have this signature"),
    QT_TRANSLATE_NOOP("Findings", "what is not signed is more than the signature's value"),
    QT_TRANSLATE_NOOP("Findings", "what is not signed is not this signature's value"),
    QT_TRANSLATE_NOOP("Findings", "no signature structure"),
    QT_TRANSLATE_NOOP("Findings", "no timestamp structure"),
    QT_TRANSLATE_NOOP("Findings", "an unknown kind of signature"),
    QT_TRANSLATE_NOOP("Findings", "an old technique, not checked"),
    QT_TRANSLATE_NOOP("Findings", "an old technique"),
    QT_TRANSLATE_NOOP("Findings", "an algorithm that cannot be checked here"),
    QT_TRANSLATE_NOOP("Findings", "a digest that cannot be computed here"),
    QT_TRANSLATE_NOOP("Findings", "an attribute stands twice"),
    QT_TRANSLATE_NOOP("Findings", "not exactly one signer"),
    QT_TRANSLATE_NOOP("Findings", "no signed attributes"),
    QT_TRANSLATE_NOOP("Findings", "no digest of what was signed"),
    QT_TRANSLATE_NOOP("Findings", "no certificate of the signer"),
    QT_TRANSLATE_NOOP("Findings", "the content's type does not fit"),
    QT_TRANSLATE_NOOP("Findings", "the value is not of this key"),
    QT_TRANSLATE_NOOP("Findings", "the signature brings its own content"),
    QT_TRANSLATE_NOOP("Findings", "the signature does not say that it is of this certificate"),
    QT_TRANSLATE_NOOP("Findings", "a timestamp that is not of this signature"),
    QT_TRANSLATE_NOOP("Findings", "an archive timestamp that is not of this signature"),
    QT_TRANSLATE_NOOP("Findings", "an archive timestamp that is not of somebody trusted"),
    QT_TRANSLATE_NOOP("Findings", "the timestamp is of the future"),
    QT_TRANSLATE_NOOP("Findings", "the timestamp's certificate was not valid then"),
    QT_TRANSLATE_NOOP("Findings", "the timestamp uses an old technique"),
    QT_TRANSLATE_NOOP("Findings", "the timestamp's authority %1: %2"),
    QT_TRANSLATE_NOOP("Findings", "the claimed time is not the only one: the signature also says %1"),
    QT_TRANSLATE_NOOP("Findings", "the claimed time cannot be: the certificate did not exist yet"),
    QT_TRANSLATE_NOOP("Findings", "the claimed time cannot be: it is still to come"),
    QT_TRANSLATE_NOOP("Findings", "the claimed time cannot be: the certificate had expired"),
    QT_TRANSLATE_NOOP("Findings", "the claimed time cannot be: a timestamp proves that it was signed before"),
    QT_TRANSLATE_NOOP("Findings", "the certificate is not meant for this"),
    QT_TRANSLATE_NOOP("Findings", "%1 was revoked on %2"),
    QT_TRANSLATE_NOOP("Findings", "nobody said whether %1 was revoked, and no place to ask is named"),
    QT_TRANSLATE_NOOP("Findings", "nobody said whether %1 was revoked"),
    QT_TRANSLATE_NOOP("Findings", "%1 names no place to ask whether it was revoked"),
    QT_TRANSLATE_NOOP("Findings", "a signature in XML (XAdES), which is not checked here"),
    QT_TRANSLATE_NOOP("Findings", "a signature that brings its content is not checked here"),
    QT_TRANSLATE_NOOP("Findings", "signed in a way that is not checked here"),
    QT_TRANSLATE_NOOP("Findings", "the file that was signed is needed"),
    QT_TRANSLATE_NOOP("Findings", "the container does not say what it is"),
    QT_TRANSLATE_NOOP("Findings", "what the container is does not stand first and plain"),
    QT_TRANSLATE_NOOP("Findings", "a simple container with several files"),
    QT_TRANSLATE_NOOP("Findings", "a container without a file"),
    QT_TRANSLATE_NOOP("Findings", "not the signature of a simple container"),
    QT_TRANSLATE_NOOP("Findings", "no list says what it signs"),
    QT_TRANSLATE_NOOP("Findings", "the signature that a list names is not there"),
    QT_TRANSLATE_NOOP("Findings", "the timestamp that a list names is not there"),
    QT_TRANSLATE_NOOP("Findings", "two signatures in one list"),
    QT_TRANSLATE_NOOP("Findings", "one signature in several lists"),
    QT_TRANSLATE_NOOP("Findings", "an old or unknown digest of %1"),
    QT_TRANSLATE_NOOP("Findings", "another content: %1"),
    QT_TRANSLATE_NOOP("Findings", "not there: %1"),
    QT_TRANSLATE_NOOP("Findings", "not signed: %1"),
    QT_TRANSLATE_NOOP("Findings", "only another signature covers: %1"),
    QT_TRANSLATE_NOOP("Findings", "covers the file: %1"),
    QT_TRANSLATE_NOOP("Findings", "nobody signed this part of the container: %1"),
    QT_TRANSLATE_NOOP("Findings", "not checked here: %1"),
    QT_TRANSLATE_NOOP("Findings", "no plain end of the directory"),
    QT_TRANSLATE_NOOP("Findings", "several disks or a comment"),
    QT_TRANSLATE_NOOP("Findings", "too many entries"),
    QT_TRANSLATE_NOOP("Findings", "bytes between the directory and its end"),
    QT_TRANSLATE_NOOP("Findings", "a broken directory"),
    QT_TRANSLATE_NOOP("Findings", "no entry where the directory says: %1"),
    QT_TRANSLATE_NOOP("Findings", "an entry says something else than the directory: %1"),
    QT_TRANSLATE_NOOP("Findings", "a field that may give an entry another name or size: %1"),
    QT_TRANSLATE_NOOP("Findings", "an entry ends early: %1"),
    QT_TRANSLATE_NOOP("Findings", "encrypted, or packed in an unknown way: %1"),
    QT_TRANSLATE_NOOP("Findings", "packed in an unknown way: %1"),
    QT_TRANSLATE_NOOP("Findings", "a name that leaves the container: %1"),
    QT_TRANSLATE_NOOP("Findings", "a name stands twice: %1"),
    QT_TRANSLATE_NOOP("Findings", "a link instead of a file: %1"),
    QT_TRANSLATE_NOOP("Findings", "bytes in a folder: %1"),
    QT_TRANSLATE_NOOP("Findings", "sizes that cannot be: %1"),
    QT_TRANSLATE_NOOP("Findings", "bytes that belong to no entry: %1"),
    QT_TRANSLATE_NOOP("Findings", "bytes that belong to no entry"),
    QT_TRANSLATE_NOOP("Findings", "too large to be looked at unasked"),
    QT_TRANSLATE_NOOP("Findings", "the program ended while it was looked at"),
    QT_TRANSLATE_NOOP("Findings", "the reader ended at this file"),
    QT_TRANSLATE_NOOP("Findings", "it takes longer than a file is given"),
    QT_TRANSLATE_NOOP("Findings", "it takes more memory than a file is given"),
};

// What stands for %1 and %2, if the finding is of that pattern.
std::optional<QStringList> partsOf(const QString &finding, const QString &pattern)
{
    const qsizetype one = pattern.indexOf(QLatin1String("%1")), two = pattern.indexOf(QLatin1String("%2"));
    if (one < 0)
        return finding == pattern ? std::optional(QStringList()) : std::nullopt;
    const QString head = pattern.left(one), tail = pattern.mid((two < 0 ? one : two) + 2);
    if (!finding.startsWith(head) || !finding.endsWith(tail) || finding.size() < head.size() + tail.size())
        return std::nullopt;
    const QString inner = finding.mid(head.size(), finding.size() - head.size() - tail.size());
    if (two < 0)
        return QStringList{inner};
    const QString between = pattern.mid(one + 2, two - one - 2);
    const qsizetype at = inner.indexOf(between);
    return at < 0 ? std::nullopt : std::optional(QStringList{inner.left(at), inner.mid(at + between.size())});
}

} // namespace

QString findingWords(const QString &finding)
{
    for (const char *pattern : all) {
        const auto parts = partsOf(finding, QString::fromLatin1(pattern));
        if (!parts)
            continue;
        QString text = QCoreApplication::translate("Findings", pattern);
        for (qsizetype i = 0; i < parts->size(); ++i)
            text.replace(QLatin1Char('%') + QString::number(i + 1), neutral(parts->at(i)));
        return text;
    }
    return neutral(finding);
}

namespace {

bool isAboutTime(const QString &note)
{
    return note.startsWith(QLatin1String("the claimed time "));
}

bool isAccreditation(const QString &note)
{
    return note.startsWith(QLatin1String("its authority is accredited, says "));
}

bool isCertification(const QString &note)
{
    return note.startsWith(QLatin1String("its author certified it: ")) ||
           note.endsWith(QLatin1String(" has signatures of its own, which were not looked at"));
}

constexpr QLatin1String covering("covers the file: "), ofNobody("nobody signed this part of the container: "),
    unchecked("not checked here: ");

// The first of them, between quotation marks, and how many more there are.
QString quoted(const QStringList &names)
{
    constexpr qsizetype most = 20;
    QStringList told;
    for (const QString &name : names.mid(0, most))
        told += QCoreApplication::translate("Findings", "“%1”").arg(neutral(name));
    if (names.size() > most)
        told += QCoreApplication::translate("Findings", "and %n more", nullptr, int(names.size() - most));
    return told.join(QLatin1String(", "));
}

QStringList behind(QLatin1String head, const QStringList &lines)
{
    QStringList out;
    for (const QString &one : lines) {
        if (one.startsWith(head))
            out += one.mid(head.size());
    }
    return out;
}

} // namespace

QStringList coveredFiles(const QStringList &notes)
{
    return behind(covering, notes);
}

QString coverNote(const QString &file)
{
    return covering + file;
}

QString coverageWords(const QStringList &notes)
{
    QStringList told;
    if (const QStringList names = coveredFiles(notes); !names.isEmpty())
        told += QCoreApplication::translate("Findings", "It covers: %1.").arg(quoted(names));
    if (const QStringList names = behind(ofNobody, notes); !names.isEmpty())
        told += QCoreApplication::translate("Findings", "It does not cover, and nobody signed: %1.").arg(quoted(names));
    return told.join(u' ');
}

QString fileReasons(const QString &verdict, QStringList findings)
{
    if (verdict != QLatin1String("unreadable"))
        findings.removeIf([](const QString &one) { return !one.startsWith(unchecked); });
    return findings.isEmpty() ? QString() : QString(sentenceOf(findings) + u'.');
}

QStringList accreditation(QStringList notes)
{
    notes.removeIf([](const QString &one) { return !isAccreditation(one); });
    return notes;
}

QStringList endedLists(QStringList findings)
{
    findings.removeIf([](const QString &one) { return !one.startsWith(QLatin1String("the list that names ")); });
    return findings;
}

QStringList certification(QStringList notes)
{
    notes.removeIf([](const QString &one) { return !isCertification(one); });
    return notes;
}

QStringList doubtsAboutTime(QStringList notes)
{
    notes.removeIf([](const QString &one) { return !isAboutTime(one); });
    return notes;
}

QStringList notesOfChange(QStringList notes)
{
    notes.removeIf([](const QString &one) {
        return isAboutTime(one) || isAccreditation(one) || isCertification(one) || one.startsWith(covering) ||
               one.startsWith(ofNobody) ||
               one.endsWith(QLatin1String(" names no place to ask whether it was revoked"));
    });
    return notes;
}

QStringList findingsOfChange(QStringList findings)
{
    static const QStringList ofTrust{QStringLiteral("nobody said whether %1 was revoked"), QStringLiteral("%1 was revoked on %2"),
                                     QStringLiteral("the certificate is not meant for this"),
                                     QStringLiteral("the list that names %1 ended on %2")};
    findings.removeIf([](const QString &one) {
        return std::any_of(ofTrust.begin(), ofTrust.end(),
                           [&](const QString &pattern) { return partsOf(one, pattern).has_value(); });
    });
    return findings;
}

QString sentenceOf(const QStringList &findings, int most)
{
    QStringList told;
    for (const QString &one : findings) {
        const QString words = findingWords(one);
        if (!told.contains(words))
            told += words;
    }
    if (told.size() > most) {
        const int more = int(told.size()) - most;
        told = told.mid(0, most);
        told += QCoreApplication::translate("Findings", "and %n more", nullptr, more);
    }
    QString text = told.join(QLatin1String("; "));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace carriel::text
