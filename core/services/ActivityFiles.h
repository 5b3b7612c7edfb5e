// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The record of activity as files: activity.jsonl has each record byte for byte as it was written, one a line;
// details.jsonl the details beside them, {"log","seq","detail"} with the detail's own bytes as a string, or null if it
// was erased; checkpoints.jsonl what the operator signed of them, {"jws"} a line, and keys/operator.json the keys that it
// signed with; activity.csv is for people and proves nothing. Private to core/services.
#pragma once

#include "core/evidence/activity/LogCheck.h"
#include "core/vault/ActivityReader.h"

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
    Outcome commit();

private:
    void write(int file, const QByteArray &line);

    QString m_folder;
    std::unique_ptr<QSaveFile> m_files[5];
    bool m_failed = false;
};

// Tells each record of such a folder. fileRead; badInput for what is no such folder.
Outcome readActivity(const QString &folder, const std::function<void(const evidence::LogRecord &)> &told);
// And each checkpoint; a folder from before has none. `keys`: JWKS, empty if there are none.
Outcome readCheckpoints(const QString &folder, QByteArray &keys, const std::function<void(const QByteArray &)> &told);

} // namespace carriel
