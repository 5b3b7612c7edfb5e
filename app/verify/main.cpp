// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// carriel-verify: judges one file that it was lent. The question comes by the standard input, the answer goes out by
// the standard output, the file is descriptor 3, what a signature beside it signs is descriptor 4; this process can do
// nothing else.
#include "app/extract/Confinement.h"
#include "core/signing/verify/ConfinedExit.h"
#include "core/signing/verify/JudgeService.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace carriel;
using signing::ConfinedExit;

#if defined(__SANITIZE_ADDRESS__)
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "detect_leaks=0";
} // LeakSanitizer traces its parent: not allowed here
#endif

namespace {

constexpr unsigned seconds = 120;     // of processor time: who asks has a deadline of its own
constexpr unsigned long memory = 640; // MiB, besides the files
constexpr qsizetype longestQuestion = 256 * 1024 * 1024;

const char *const help =
    "usage: carriel-verify --judge\n"
    "Judges the signatures of a file for carriel and carriel-cli, which lend it to this process.\n"
    "It has no network, opens no file and starts no program. To check a file: carriel-cli verify FILE\n"
    "  --self-test   says which of these limits hold on this system\n"
    "  --version     the version\n"
    "Exit: 0 done, 3 more memory than is given, 64 usage.\n";

unsigned long mebibytesOf(int descriptor)
{
    struct stat facts
    {
    };
    return fstat(descriptor, &facts) == 0 && facts.st_size > 0 ? (unsigned long)(facts.st_size >> 20) + 1 : 0;
}

// Null if it is not there; an empty file is an empty view.
std::optional<QByteArrayView> lent(int descriptor)
{
    struct stat facts
    {
    };
    if (fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode))
        return std::nullopt;
    if (facts.st_size == 0)
        return QByteArrayView("", 0);
    void *at = mmap(nullptr, std::size_t(facts.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0);
    return at == MAP_FAILED ? std::nullopt
                            : std::optional(QByteArrayView(static_cast<const char *>(at), qsizetype(facts.st_size)));
}

QByteArray readAll()
{
    QByteArray all;
    for (;;) {
        char block[65536];
        const ssize_t got = read(STDIN_FILENO, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || all.size() > longestQuestion)
            return all;
        all.append(block, got);
    }
}

bool writeAll(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t put = write(STDOUT_FILENO, bytes.constData() + at, std::size_t(bytes.size() - at));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += put;
    }
    return true;
}

ConfinedExit judgeLent(const std::optional<QByteArrayView> &file, const std::optional<QByteArrayView> &content)
{
    if (!file)
        return ConfinedExit::Usage;
    const QByteArray answer = signing::judge(readAll(), *file, content);
    if (answer.isEmpty())
        return ConfinedExit::Usage;
    return writeAll(answer) ? ConfinedExit::Ok : ConfinedExit::Internal;
}

} // namespace

int main(int argc, char **argv)
{
    const auto is = [&](const char *word) { return argc == 2 && std::strcmp(argv[1], word) == 0; };
    if (is("--help") || is("--version")) {
        std::puts(is("--help") ? help : "carriel-verify " CARRIEL_VERSION);
        return int(ConfinedExit::Ok);
    }
    if (!is("--judge") && !is("--self-test")) {
        std::fputs(help, stderr);
        return int(ConfinedExit::Usage);
    }
    const extract::Limits limits{seconds, memory + mebibytesOf(signing::lentFile) + mebibytesOf(signing::lentContent),
                                 is("--judge") ? signing::lentContent + 1 : 3};
    const bool limited = extract::limitResources(limits);
    try {
        setenv("QT_NO_GLIB", "1", 1); // its event loops ask the system for more than ours
        int count = 1;                // Qt sees none of our arguments
        QCoreApplication application(count, argv);
        signing::warmUpReaders();
        // Before the seal: how large a file is, is asked for in a way that takes names too.
        const bool judging = is("--judge");
        const auto file = judging ? lent(signing::lentFile) : std::nullopt;
        const auto content = judging ? lent(signing::lentContent) : std::nullopt;
        const bool sealed = extract::sealProcess();
        if (is("--self-test")) {
            std::printf("limited %s\nsealed %s\n", limited ? "yes" : "no", sealed ? "yes" : "no");
            extract::tellWhatIsDenied(sealed);
            _exit(int(limited && sealed ? ConfinedExit::Ok : ConfinedExit::Internal));
        }
        // No destructors: a library that a hostile file has upset must not get another turn.
        _exit(int(judgeLent(file, content)));
    } catch (const std::bad_alloc &) {
        _exit(int(ConfinedExit::Memory));
    }
}
