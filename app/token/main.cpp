// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// carriel-token: the only process that loads the drivers of cards. It is told what to do by the standard input, the PIN
// by descriptor 3, and may crash or hang without harm to whoever started it.
#include "app/process/Hardening.h"
#include "core/signing/token/TokenService.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

using namespace carriel;

namespace {

constexpr int pinDescriptor = 3;
constexpr qsizetype longestLine = 32 * 1024 * 1024;

SecretBytes readPin()
{
    SecretBytes buffer(1024);
    std::size_t size = 0;
    while (size < buffer.size()) {
        const ssize_t got = read(pinDescriptor, buffer.data() + size, buffer.size() - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        size += std::size_t(got);
    }
    close(pinDescriptor);
    return SecretBytes::copyOf(buffer.view().first(qsizetype(size)));
}

bool readLine(QByteArray &line)
{
    line.clear();
    static QByteArray ahead;
    for (;;) {
        if (const qsizetype end = ahead.indexOf('\n'); end >= 0) {
            line = ahead.left(end);
            ahead.remove(0, end + 1);
            return true;
        }
        char block[65536];
        const ssize_t got = read(STDIN_FILENO, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || ahead.size() > longestLine)
            return false;
        ahead.append(block, got);
    }
}

void writeLine(int fd, const QByteArray &line)
{
    for (qsizetype at = 0; at < line.size();) {
        const ssize_t put = write(fd, line.constData() + at, std::size_t(line.size() - at));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            _exit(1);
        at += put;
    }
}

} // namespace

int main(int argc, char **argv)
{
    process::harden();
    if (argc != 2 || std::strcmp(argv[1], "--serve") != 0) {
        std::puts("carriel-token " CARRIEL_VERSION
                  "\nA part of Carriel that talks to cards; the other programs start it.");
        return argc == 2 && std::strcmp(argv[1], "--version") == 0 ? 0 : 64;
    }
    // Drivers chat on the standard output; what we answer must stay alone.
    const int answers = dup(STDOUT_FILENO);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    signing::TokenService service(readPin());
    QByteArray line;
    while (readLine(line)) {
        const QJsonObject request = QJsonDocument::fromJson(line).object();
        // Whoever asked gives up before that; this is for the case that it is gone.
        alarm(unsigned(qBound(1, request.value(QStringLiteral("patience")).toInt(60), 3600)) + 5);
        writeLine(answers, QJsonDocument(service.answer(request)).toJson(QJsonDocument::Compact) + '\n');
        alarm(0);
    }
    _exit(0); // the card logs out when its last connection closes; a driver's own end may never come
}
