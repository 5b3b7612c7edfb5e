// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a verification found, one thing at a time. The findings themselves are English and stable, for scripts; this is how
// a person reads them. Thread: any, once the translator is set.
#pragma once

#include <QStringList>

namespace carriel::text {

// In the person's language, without a full stop; what is not known stays as it is, neutralised.
QString findingWords(const QString &finding);

// Of the notes of a signature: what speaks against the time that its signer's computer said, and what changed later.
QStringList doubtsAboutTime(QStringList notes);
QStringList accreditation(QStringList notes); // who says that the authority is accredited
QStringList endedLists(QStringList findings); // of authorities: what they said is not used any more
QStringList certification(QStringList notes); // what the author lets others do with it, and what in it was not looked at
QStringList notesOfChange(QStringList notes);
QStringList coveredFiles(const QStringList &notes); // of a container; as they are called, not neutralised
QString coverNote(const QString &file);            // the note that says so
// Sentences: which files of a container a signature covers, and which parts of it nobody signed. Empty for other files.
QString coverageWords(const QStringList &notes);
// Sentences about a file as a whole: why it cannot be read, and what in it was not checked.
QString fileReasons(const QString &verdict, QStringList findings);
// Of its findings: what happened to the document, and not what is known of the certificates.
QStringList findingsOfChange(QStringList findings);

// Several in one sentence, without its full stop: the first `most`, and how many more there are.
QString sentenceOf(const QStringList &findings, int most = 4);

} // namespace carriel::text
