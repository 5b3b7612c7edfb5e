// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The record of activity as files: activity.jsonl has each record byte for byte as it was written, one a line;
// details.jsonl the details beside them, {"log","seq","detail"} with the detail's own bytes as a string, or null if it
// was erased; checkpoints.jsonl what the operator signed of them, {"jws"} a line, and keys/operator.json the keys that it
// signed with; activity.csv is for people and proves nothing. Where the operator knows this computer, export.jws is its
// signature over all of them (core/evidence/activity/ExportStatement.h), and keys/device.jws the operator's word on whose
// it is. Private to core/services.
#pragma once

#include "core/evidence/activity/ExportStatement.h"
#include "core/evidence/activity/LogCheck.h"
#include "core/vault/ActivityReader.h"

#include <QCryptographicHash>

#include <QSaveFile>
#include <functional>
#include <memory>

namespace carriel {

class ActivityFiles
{
public:
    explicit ActivityFiles(const QString &folder) : m_folder(folder) {}
    Outcome open(); // makes the folder; writes over what is there; fileWrite
    void add(const vault::ActivityReader::Raw &raw, const vault::ActivityRow &row);
    void addCheckpoint(const QByteArray &jws);
    void addKeys(const QByteArray &jwks);
    // After all of them. `device`: the operator's statement about the computer whose key this is.
    Outcome seal(const QString &folder, const QByteArray &device, const QDateTime &now, const crypto::PrivateKey &key);
    Outcome commit();

private:
    void write(int file, const QByteArray &line);
    bool isKept(int file) const;

    QString m_folder;
    std::unique_ptr<QSaveFile> m_files[7];
    std::unique_ptr<QCryptographicHash> m_hashes[7];
    QList<evidence::LogHead> m_heads;
    bool m_sealed = false;
    bool m_failed = false;
};

// Tells each record of such a folder. fileRead; `faults`: what is wrong with details.jsonl, the first of each reason -
// detail_missing (log and seq of the record), detail_twice, detail_unknown, malformed (file and line) - and "cut", where
// the last line of a file has no end.
Outcome readActivity(const QString &folder, const std::function<void(const evidence::LogRecord &)> &told,
                     QList<evidence::LogFault> *faults = nullptr);
// And each checkpoint; a folder from before has none. `keys`: JWKS, empty if there are none. `faults`: malformed.
Outcome readCheckpoints(const QString &folder, QByteArray &keys, const std::function<void(const QByteArray &)> &told,
                        QList<evidence::LogFault> *faults = nullptr);
// What has no place in that folder, by name, and what a signed one lacks: "foreign_file", "missing". Hidden files are the
// system's own.
QList<evidence::LogFault> misplacedFiles(const QString &folder);
// What the computer signed that wrote the folder out; nothing: it is not signed. badStatement, badSignature …
Result<std::optional<evidence::ExportStatement>> readSeal(const QString &folder, const crypto::JwkSet &operatorKeys);
// Of the files of that folder, those that are not as it was signed, by name: "not_as_exported".
QList<evidence::LogFault> changedFiles(const QString &folder, const evidence::ExportStatement &said);

} // namespace carriel
