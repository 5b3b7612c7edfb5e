// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// carriel-extract: a PDF comes in by the standard input, its text (or the pictures of its pages) goes out by the standard
// output, and between the two this process can do nothing else.
#include "app/extract/Confinement.h"
#include "app/extract/PageServer.h"
#include "app/extract/PdfReader.h"
#include "app/extract/PictureReader.h"
#include "app/extract/TextFinder.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <unistd.h>

using namespace carriel::extract;

#if defined(__SANITIZE_ADDRESS__)
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options() { return "detect_leaks=0"; } // LeakSanitizer traces its parent: not allowed here
#endif

namespace {

constexpr qsizetype mostInput = 256 * 1024 * 1024;
constexpr qsizetype mostText = 1024 * 1024;
constexpr unsigned textSeconds = 15;
constexpr unsigned findSeconds = 60; // thousands of plain pages
constexpr unsigned pagesSeconds = 600; // of processor time while somebody leafs; a page has its own deadline with who asks

enum Exit { ok = 0, unreadable = 1, needsPassword = 2, tooLarge = 3, usage = 64, internal = 70 };

const char *const help =
    "usage: carriel-extract [--pages|--find] < file.pdf\n"
    "Prints the text of a PDF as UTF-8, at most 1 MiB, pages separated by form feeds.\n"
    "  --pages       draws pages as the window asks for them (ui/viewer/PageWire.h)\n"
    "  --find        tells where words stand (ui/viewer/FindWire.h)\n"
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

bool readExactly(void *to, qsizetype bytes)
{
    for (qsizetype at = 0; at < bytes;) {
        const ssize_t got = read(STDIN_FILENO, static_cast<char *>(to) + at, std::size_t(bytes - at));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
    }
    return true;
}

void writeExactly(const void *from, qsizetype bytes)
{
    for (qsizetype at = 0; at < bytes;) {
        const ssize_t put = write(STDOUT_FILENO, static_cast<const char *>(from) + at, std::size_t(bytes - at));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            _exit(internal);
        at += put;
    }
}

Exit exitFor(ServeOutcome outcome)
{
    switch (outcome) {
    case ServeOutcome::Done:
        return ok;
    case ServeOutcome::NeedsPassword:
        return needsPassword;
    case ServeOutcome::TooLarge:
        return tooLarge;
    case ServeOutcome::Unreadable:
        break;
    }
    return unreadable;
}

Exit printText()
{
    const std::optional<QByteArray> pdf = readInput();
    if (!pdf)
        return tooLarge;
    const ReadOutcome outcome =
        readText(*pdf, mostText, [](const QByteArray &text) { writeExactly(text.constData(), text.size()); });
    return outcome == ReadOutcome::Done ? ok : outcome == ReadOutcome::NeedsPassword ? needsPassword : unreadable;
}

int selfTest(bool limited, bool sealed)
{
    std::printf("limited %s\nsealed %s\n", limited ? "yes" : "no", sealed ? "yes" : "no");
    tellWhatIsDenied(sealed);
    _exit(limited && sealed ? ok : internal);
}

// Plug-ins and tables load on first use; after the seal that would be too late.
void warmUp()
{
    warmUpPictures();
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
    const bool selfTesting = argc == 2 && std::strcmp(argv[1], "--self-test") == 0;
    const bool pages = argc == 2 && std::strcmp(argv[1], "--pages") == 0;
    const bool find = argc == 2 && std::strcmp(argv[1], "--find") == 0;
    if (argc > 1 && !selfTesting && !pages && !find) {
        std::fputs(help, stderr);
        return usage;
    }
    const bool limited = limitResources({pages ? pagesSeconds : find ? findSeconds : textSeconds, 1280, 3});
    try {
        setenv("QT_NO_GLIB", "1", 1); // its event loops ask the system for more than ours
        int count = 1; // Qt sees none of our arguments
        QCoreApplication application(count, argv);
        warmUp();
        const bool sealed = sealProcess();
        if (selfTesting)
            return selfTest(limited, sealed);
        // No destructors: a library that a hostile file has upset must not get another turn.
        const Pipes pipes{readExactly, writeExactly};
        _exit(pages ? exitFor(servePages(pipes)) : find ? exitFor(findText(pipes)) : printText());
    } catch (const std::bad_alloc &) {
        _exit(unreadable);
    }
}
