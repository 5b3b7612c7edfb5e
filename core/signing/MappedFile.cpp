// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/MappedFile.h"

#include "core/base/BaseErrors.h"
#include "core/signing/SigningErrors.h"

#include <QFileInfo>
#include <cerrno>
#include <filesystem>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace carriel::signing {

namespace {
constexpr qsizetype chunk = 1024 * 1024;

Error fileError(ErrorCode code, const QFile &file)
{
    return {code,
            {{QStringLiteral("path"), file.fileName()}, {QStringLiteral("reason"), file.errorString()}},
            file.errorString()};
}
} // namespace

Result<std::unique_ptr<MappedFile>> MappedFile::open(const QString &path)
{
    std::unique_ptr<MappedFile> mapped(new MappedFile(path));
    QFile &file = mapped->m_file;
    const QFileInfo there(path);
    // Opening a pipe waits for somebody to write into it, for ever.
    if (there.exists() && !there.isFile())
        return Error{carriel::errors::fileRead,
                     {{QStringLiteral("path"), path},
                      {QStringLiteral("reason"),
                       there.isDir() ? QStringLiteral("it is a folder") : QStringLiteral("it is not a plain file")}},
                     {}};
    if (!there.exists()) // in words that are translated where they are shown
        return Error{carriel::errors::fileRead,
                     {{QStringLiteral("path"), path}, {QStringLiteral("reason"), QStringLiteral("No such file or directory")}},
                     {}};
    if (!file.open(QIODevice::ReadOnly))
        return fileError(carriel::errors::fileRead, file);
    mapped->m_modified = file.fileTime(QFile::FileModificationTime);
    if (file.size() > 0) {
        const uchar *at = file.map(0, file.size());
        if (!at)
            return fileError(carriel::errors::fileRead, file);
        mapped->m_bytes = {reinterpret_cast<const char *>(at), qsizetype(file.size())};
    }
    return mapped;
}

bool MappedFile::unchanged() const
{
    const QFileInfo now(m_file.fileName());
    return m_file.size() == m_bytes.size() && m_file.fileTime(QFile::FileModificationTime) == m_modified &&
           now.size() == m_bytes.size();
}

WorkingFile::WorkingFile(const QString &target)
    : m_target(target), m_file(QFileInfo(target).absolutePath() + QStringLiteral("/.carriel-XXXXXX.part"))
{
}

Result<std::unique_ptr<WorkingFile>> WorkingFile::create(const QString &target)
{
    std::unique_ptr<WorkingFile> working(new WorkingFile(target));
    if (!working->m_file.open())
        return Error{carriel::errors::fileWrite,
                     {{QStringLiteral("path"), target}, {QStringLiteral("reason"), working->m_file.errorString()}},
                     working->m_file.errorString()};
    return working;
}

Outcome WorkingFile::append(QByteArrayView bytes)
{
    if (m_map) {
        m_file.unmap(m_map);
        m_map = nullptr;
    }
    m_file.seek(m_file.size());
    for (qsizetype at = 0; at < bytes.size(); at += chunk) {
        const QByteArrayView part = bytes.sliced(at, std::min(chunk, bytes.size() - at));
        if (m_file.write(part.data(), part.size()) != part.size())
            return fileError(errno == ENOSPC ? carriel::errors::diskFull : carriel::errors::fileWrite, m_file);
    }
    if (!m_file.flush())
        return fileError(errno == ENOSPC ? carriel::errors::diskFull : carriel::errors::fileWrite, m_file);
    return {};
}

Outcome WorkingFile::patch(qint64 at, QByteArrayView bytes)
{
    if (!m_file.seek(at) || m_file.write(bytes.data(), bytes.size()) != bytes.size() || !m_file.flush())
        return fileError(carriel::errors::fileWrite, m_file);
    return {};
}

Outcome WorkingFile::truncate(qint64 size)
{
    if (m_map) {
        m_file.unmap(m_map);
        m_map = nullptr;
    }
    if (size < m_file.size() && !m_file.resize(size))
        return fileError(carriel::errors::fileWrite, m_file);
    return {};
}

Result<QByteArrayView> WorkingFile::bytes()
{
    if (!m_map)
        m_map = m_file.map(0, m_file.size());
    if (!m_map)
        return fileError(carriel::errors::fileRead, m_file);
    return QByteArrayView(reinterpret_cast<const char *>(m_map), m_file.size());
}

Outcome WorkingFile::commit(Overwrite overwrite)
{
    if (m_map)
        m_file.unmap(m_map);
    m_map = nullptr;
    if (!m_file.flush())
        return fileError(carriel::errors::fileWrite, m_file);
#ifdef Q_OS_UNIX
    if (fsync(m_file.handle()) != 0)
        return fileError(carriel::errors::fileWrite, m_file);
    std::error_code trouble;
    const std::filesystem::path from(m_file.fileName().toStdString());
    const std::filesystem::path to(m_target.toStdString());
    // A hard link fails if the name is taken, at once and for everybody; a rename takes its place at once.
    if (overwrite == Overwrite::Yes) {
        std::filesystem::rename(from, to, trouble);
        m_file.setAutoRemove(bool(trouble));
    } else {
        std::filesystem::create_hard_link(from, to, trouble);
        if (trouble && trouble != std::errc::file_exists) { // a file system without links
            if (QFileInfo::exists(m_target))
                trouble = std::make_error_code(std::errc::file_exists);
            else
                std::filesystem::rename(from, to, trouble);
            m_file.setAutoRemove(bool(trouble));
        }
    }
    if (trouble == std::errc::file_exists)
        return Error{errors::outputThere, {{QStringLiteral("path"), m_target}}, {}};
    if (trouble)
        return Error{carriel::errors::fileWrite,
                     {{QStringLiteral("path"), m_target}},
                     QString::fromStdString(trouble.message())};
    return {};
#else
    if (overwrite == Overwrite::Yes)
        QFile::remove(m_target);
    if (QFileInfo::exists(m_target))
        return Error{errors::outputThere, {{QStringLiteral("path"), m_target}}, {}};
    m_file.setAutoRemove(!m_file.rename(m_target));
    return m_file.autoRemove() ? Outcome(fileError(carriel::errors::fileWrite, m_file)) : Outcome();
#endif
}

} // namespace carriel::signing
