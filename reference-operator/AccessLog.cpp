// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/AccessLog.h"

#include "reference-operator/Encoding.h"

#include <QFile>

namespace carriel::op {

using namespace Qt::StringLiterals;

AccessLog::AccessLog(const QString &file)
{
    if (file == u"-")
        m_file = stderr;
    else if (!file.isEmpty())
        m_file = std::fopen(QFile::encodeName(file).constData(), "ae");
    // Who did what when is nobody else's to read, whatever the mask of this process says.
    if (m_file && m_file != stderr)
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    if (!file.isEmpty() && !m_file)
        std::fprintf(stderr, "the log cannot be opened: %s\n", qPrintable(file));
}

AccessLog::~AccessLog()
{
    if (m_file && m_file != stderr)
        std::fclose(m_file);
}

void AccessLog::request(const QString &id, const QString &route, const QString &folder, int status, qint64 in, double seconds)
{
    if (!m_file)
        return;
    const QByteArray line = compact({{u"at"_s, nowText()},
                                     {u"request"_s, id},
                                     {u"route"_s, route},
                                     {u"folder"_s, folder},
                                     {u"status"_s, status},
                                     {u"in"_s, in},
                                     {u"ms"_s, qRound(seconds * 10000) / 10.0}});
    const std::lock_guard lock(m_mutex);
    std::fwrite(line.constData(), 1, size_t(line.size()), m_file);
    std::fputc('\n', m_file);
    std::fflush(m_file);
}

} // namespace carriel::op
