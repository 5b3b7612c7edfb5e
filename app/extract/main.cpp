// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// carriel-extract: a PDF comes in by the standard input, its text (or the picture of a page) goes out by the standard
// output, and between the two this process can do nothing else.
#include "app/extract/Confinement.h"
#include "app/extract/PdfReader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <optional>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace carriel::extract;

#if defined(__SANITIZE_ADDRESS__)
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options() { return "detect_leaks=0"; } // LeakSanitizer traces its parent: not allowed here
#endif

namespace {

constexpr qsizetype mostInput = 256 * 1024 * 1024;
constexpr qsizetype mostText = 1024 * 1024;
constexpr int widest = 4096;

enum Exit { ok = 0, unreadable = 1, needsPassword = 2, tooLarge = 3, usage = 64, internal = 70 };

const char *const help =
    "usage: carriel-extract [--render PAGE --width PIXELS] < file.pdf\n"
    "Prints the text of a PDF as UTF-8, at most 1 MiB, pages separated by form feeds;\n"
    "or a PNG picture of one page (1 is the first).\n"
    "The process has no network, opens no file and starts no program once it reads.\n"
    "  --self-test   says which of these limits hold on this system\n"
    "  --version     the version\n"
    "Exit: 0 done, 1 unreadable, 2 protected by a password, 3 larger than 256 MiB, 64 usage.\n";

std::optional<QByteArray> readInput()
{
    QByteArray all;
    for (;;) {
        char block[65536];
        const ssize_t got = read(STDIN_FILENO, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return all;
        if (all.size() + got > mostInput)
            return std::nullopt;
        all.append(block, got);
    }
}

void writeAll(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t put = write(STDOUT_FILENO, bytes.constData() + at, std::size_t(bytes.size() - at));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            _exit(internal);
        at += put;
    }
}

// Tries what a hostile file would try, and says how it went: one word a line, "denied" or "ALLOWED".
int selfTest(bool limited, bool sealed)
{
    const auto say = [](const char *what, bool denied) { std::printf("%s %s\n", what, denied ? "denied" : "ALLOWED"); };
    std::printf("limited %s\nsealed %s\n", limited ? "yes" : "no", sealed ? "yes" : "no");
    say("network", socket(AF_INET, SOCK_STREAM, 0) < 0);
    say("local-socket", socket(AF_UNIX, SOCK_STREAM, 0) < 0);
    say("read-file", open("/etc/passwd", O_RDONLY | O_CLOEXEC) < 0);
    say("write-file", open("carriel-extract-was-here", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) < 0);
    say("make-folder", mkdir("carriel-extract-was-here.d", 0700) < 0);
    say("signal-parent", kill(getppid(), 0) < 0);
    bool inherited = false; // our own event loop has one or two low ones
    for (int fd = 8; fd < 64; ++fd)
        inherited |= lseek(fd, 0, SEEK_CUR) >= 0 || errno != EBADF;
    say("inherited-descriptor", !inherited);
    char program[] = "/bin/true";
    char *arguments[] = {program, nullptr};
    say("run-program", sealed ? execv(program, arguments) < 0 : false);
    say("fork", sealed ? fork() < 0 : false);
    std::fflush(stdout);
    _exit(limited && sealed ? ok : internal);
}

struct Arguments {
    bool selfTest = false;
    int page = 0; // 0: text
    int width = 0;
};

std::optional<Arguments> parse(int argc, char **argv)
{
    Arguments parsed;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--self-test") == 0) {
            parsed.selfTest = true;
        } else if (i + 1 < argc && std::strcmp(argv[i], "--render") == 0) {
            parsed.page = std::atoi(argv[++i]);
        } else if (i + 1 < argc && std::strcmp(argv[i], "--width") == 0) {
            parsed.width = std::atoi(argv[++i]);
        } else {
            return std::nullopt;
        }
    }
    if ((parsed.page != 0 || parsed.width != 0) && (parsed.page < 1 || parsed.width < 16 || parsed.width > widest))
        return std::nullopt;
    return parsed;
}

// Plug-ins and tables load on first use; after the seal that would be too late.
void warmUp()
{
    QByteArray png;
    QBuffer out(&png);
    out.open(QIODevice::WriteOnly);
    QImage(1, 1, QImage::Format_RGB32).save(&out, "PNG");
    readText("%PDF-1.4\n", 1, [](const QByteArray &) {});
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--help") == 0) {
        std::fputs(help, stdout);
        return ok;
    }
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::puts("carriel-extract " CARRIEL_VERSION);
        return ok;
    }
    const std::optional<Arguments> arguments = parse(argc, argv);
    if (!arguments) {
        std::fputs(help, stderr);
        return usage;
    }
    const bool limited = limitResources();
    try {
        setenv("QT_NO_GLIB", "1", 1); // its event loops ask the system for more than ours
        int count = 1; // Qt sees none of our arguments
        QCoreApplication application(count, argv);
        warmUp();
        const bool sealed = sealProcess();
        if (arguments->selfTest)
            return selfTest(limited, sealed);
        const std::optional<QByteArray> pdf = readInput();
        if (!pdf)
            _exit(tooLarge);
        ReadOutcome outcome;
        if (arguments->page > 0) {
            QByteArray png;
            outcome = renderPage(*pdf, arguments->page - 1, arguments->width, png);
            writeAll(png);
        } else {
            outcome = readText(*pdf, mostText, [](const QByteArray &text) { writeAll(text); });
        }
        // No destructors: a library that a hostile file has upset must not get another turn.
        _exit(outcome == ReadOutcome::Done ? ok : outcome == ReadOutcome::NeedsPassword ? needsPassword : unreadable);
    } catch (const std::bad_alloc &) {
        _exit(unreadable);
    }
}
