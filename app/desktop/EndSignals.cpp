// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/EndSignals.h"

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace carriel::desktop {

#ifdef Q_OS_UNIX
namespace {
int ends[2] = {-1, -1}; // of a pipe: the handler writes into [1], the event loop reads [0]

void onSignal(int)
{
    const char one = 1;
    [[maybe_unused]] const ssize_t written = ::write(ends[1], &one, 1);
}
} // namespace

EndSignals::EndSignals(QObject *parent) : QObject(parent)
{
    if (::pipe(ends) != 0)
        return; // they end the program as they always did
    for (const int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    auto *told = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(told, &QSocketNotifier::activated, this, [this, told] {
        told->setEnabled(false);
        Q_EMIT endWanted();
    });
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = int(SA_RESTART | SA_RESETHAND); // the second one is not held up
    for (const int number : {SIGTERM, SIGHUP, SIGINT})
        ::sigaction(number, &action, nullptr);
}
#else
EndSignals::EndSignals(QObject *parent) : QObject(parent) {}
#endif

} // namespace carriel::desktop
