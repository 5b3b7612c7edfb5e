// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TerminalConsole.h"

#include "core/domain/PassphraseRule.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace carriel {
namespace {

void writeAll(int fd, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t put = write(fd, bytes.constData() + at, std::size_t(bytes.size() - at));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return; // the reader went away; the exit code still tells how it went
        at += put;
    }
}

// The terminal itself, even when the standard input is a file.
class Terminal
{
public:
    Terminal() : m_fd(open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {}
    ~Terminal()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    bool there() const { return m_fd >= 0 && isatty(STDIN_FILENO) != 0; }

    std::optional<SecretBytes> readLine(const QString &prompt, bool echo) const
    {
        termios before{};
        tcgetattr(m_fd, &before);
        if (!echo) {
            termios silent = before;
            silent.c_lflag &= ~tcflag_t(ECHO);
            tcsetattr(m_fd, TCSAFLUSH, &silent);
        }
        writeAll(m_fd, prompt.toUtf8());
        SecretBytes line(1024);
        std::size_t size = 0;
        ssize_t got = 0;
        char c = 0;
        while ((got = read(m_fd, &c, 1)) == 1 && c != '\n') {
            if (size < line.size())
                line.data()[size++] = std::uint8_t(c);
        }
        wipeMemory(&c, 1);
        if (!echo) {
            tcsetattr(m_fd, TCSAFLUSH, &before);
            writeAll(m_fd, "\n");
        }
        if (got <= 0 && size == 0)
            return std::nullopt;
        return SecretBytes::copyOf(line.view().first(qsizetype(size)));
    }

private:
    int m_fd;
};

} // namespace

void TerminalConsole::out(const QByteArray &utf8) { writeAll(STDOUT_FILENO, utf8); }

void TerminalConsole::err(const QByteArray &utf8) { writeAll(STDERR_FILENO, utf8); }

bool TerminalConsole::errIsTerminal() const { return isatty(STDERR_FILENO) != 0; }

void TerminalConsole::ask(const QString &prompt, Answer answer)
{
    const Terminal terminal;
    if (!terminal.there()) {
        answer(std::nullopt);
        return;
    }
    const auto line = terminal.readLine(prompt, true);
    answer(line ? std::optional(QString::fromUtf8(line->view())) : std::nullopt);
}

void TerminalConsole::askPassphrase(const QString &prompt, Purpose purpose, SecretAnswer answer)
{
    const char *variable = purpose == Purpose::Recovery ? "CARRIEL_RECOVERY_CODE" : "CARRIEL_PASSPHRASE";
    const char *given = purpose == Purpose::Pin ? nullptr : std::getenv(variable);
    if (given && *given) {
        answer(SecretBytes::copyOf(QByteArrayView(given)));
        return;
    }
    const Terminal terminal;
    if (!terminal.there()) {
        answer(std::nullopt);
        return;
    }
    for (;;) {
        auto first = terminal.readLine(prompt, false);
        if (!first || first->isEmpty() || purpose != Purpose::Choose) {
            answer(std::move(first));
            return;
        }
        if (!passphraseHolds(first->view())) { // asked again before it is typed twice; what comes by a variable is refused later
            writeAll(STDERR_FILENO, QCoreApplication::translate("Commands", "Too easy to guess: at least %1 letters, %2 of them different. Four or more words are best. Again.")
                                            .arg(shortestPassphrase).arg(leastDifferentSigns).toUtf8() + '\n');
            continue;
        }
        const auto second = terminal.readLine(QCoreApplication::translate("Commands", "Once more: "), false);
        if (!second || first->view() == second->view()) {
            answer(second ? std::move(first) : std::nullopt);
            return;
        }
        writeAll(STDERR_FILENO, QCoreApplication::translate("Commands", "The two differ. Again.").toUtf8() + '\n');
    }
}

} // namespace carriel
