// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who has a profile open: one process at a time. The lock is the system's, on the open file, so it ends with its
// process however that ends, and taking it writes nothing that must succeed: a full disk or a read-only one is no
// obstacle to reading. The file stays when the lock is let go. Thread: any, one at a time.
#pragma once

#include "core/base/Result.h"

#include <memory>

namespace carriel::vault {

class ProfileLock
{
public:
    // CAR-VLT-012 (params: path, program) if another process, or this one, has it; CAR-VLT-005 and -009 if there can be
    // no such file. Where nothing may be written and no such file is, nobody can have it open for writing: that is
    // taken too.
    static Result<std::unique_ptr<ProfileLock>> take(const QString &path);
    ~ProfileLock();
    ProfileLock(const ProfileLock &) = delete;
    ProfileLock &operator=(const ProfileLock &) = delete;

private:
    explicit ProfileLock(qintptr handle) : m_handle(handle) {}
    qintptr m_handle; // -1: none was needed
};

} // namespace carriel::vault
