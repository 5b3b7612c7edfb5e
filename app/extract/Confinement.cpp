// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extract/Confinement.h"

#include <QtGlobal>

#include <csignal>
#include <cstdint>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <cstddef>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <vector>
#endif

namespace carriel::extract {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true; // its shadow memory needs terabytes of addresses
#else
constexpr bool sanitized = false;
#endif

bool limit(decltype(RLIMIT_CPU) what, rlim_t value)
{
    rlimit now{};
    if (getrlimit(what, &now) != 0)
        return false;
    if (now.rlim_max != RLIM_INFINITY && now.rlim_max < value)
        value = now.rlim_max;
    const rlimit wanted{value, value};
    return setrlimit(what, &wanted) == 0;
}

void closeInheritedDescriptors(int from)
{
#if defined(Q_OS_LINUX) && defined(SYS_close_range)
    if (syscall(SYS_close_range, unsigned(from), ~0U, 0U) == 0)
        return;
#endif
    const long most = sysconf(_SC_OPEN_MAX);
    for (int fd = from; fd < (most > 0 && most < 65536 ? most : 65536); ++fd)
        close(fd);
}

} // namespace

bool limitResources(const Limits &limits)
{
    constexpr rlim_t mebibyte = 1024 * 1024;
    closeInheritedDescriptors(limits.firstClosed);
    bool all = limit(RLIMIT_CORE, 0);
    all &= limit(RLIMIT_CPU, limits.seconds); // the last resort: the parent has a deadline of its own
    all &= limit(RLIMIT_NOFILE, 64);
    if (!sanitized)
        all &= limit(RLIMIT_AS, limits.memory * mebibyte);
    struct stat out{};
    if (fstat(STDOUT_FILENO, &out) != 0 || !S_ISREG(out.st_mode)) // a developer may redirect the answer into a file
        all &= limit(RLIMIT_FSIZE, 0);
    std::signal(SIGXFSZ, SIG_IGN); // a complaint into a log file may fail, but is no reason to die
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // never outlives the program that asked
    prctl(PR_SET_DUMPABLE, 0);
#endif
    return all;
}

#if defined(Q_OS_LINUX) && (defined(__x86_64__) || defined(__aarch64__))

#if defined(__x86_64__)
constexpr std::uint32_t nativeArch = AUDIT_ARCH_X86_64;
#else
constexpr std::uint32_t nativeArch = AUDIT_ARCH_AARCH64;
#endif

bool sealProcess()
{
    std::vector<sock_filter> program;
    const auto load = [&](std::size_t offset) {
        program.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, std::uint32_t(offset)));
    };
    const auto answer = [&](std::uint32_t action) { program.push_back(BPF_STMT(BPF_RET | BPF_K, action)); };
    const auto skipUnless = [&](std::uint32_t value, std::uint8_t instructions) {
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, instructions));
    };
    constexpr std::uint32_t refuse = SECCOMP_RET_ERRNO | 1; // EPERM: the libraries cope, the document is simply not read
    constexpr auto argument = [](int n) { return offsetof(seccomp_data, args) + std::size_t(n) * 8; }; // its low half

    load(offsetof(seccomp_data, arch));
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nativeArch, 1, 0));
    answer(SECCOMP_RET_KILL_PROCESS);
    load(offsetof(seccomp_data, nr));

    for (const int call : {SYS_read, SYS_readv, SYS_write, SYS_writev, SYS_close, SYS_fstat, SYS_lseek, SYS_munmap, SYS_mremap,
                           SYS_madvise, SYS_brk, SYS_futex, SYS_exit, SYS_exit_group, SYS_clock_gettime, SYS_gettimeofday,
                           SYS_clock_nanosleep, SYS_nanosleep, SYS_getrandom, SYS_rt_sigaction, SYS_rt_sigprocmask,
                           SYS_rt_sigreturn, SYS_sigaltstack, SYS_restart_syscall, SYS_ppoll, SYS_getpid, SYS_gettid,
                           SYS_set_robust_list, SYS_rseq, SYS_set_tid_address, SYS_eventfd2, SYS_sched_yield, SYS_sched_getaffinity, SYS_getrusage, SYS_times, SYS_sysinfo}) {
        skipUnless(std::uint32_t(call), 1);
        answer(SECCOMP_RET_ALLOW);
    }
#ifdef SYS_poll
    skipUnless(SYS_poll, 1);
    answer(SECCOMP_RET_ALLOW);
#endif
    for (const int call : {SYS_mmap, SYS_mprotect}) { // memory, but none that could be run
        skipUnless(std::uint32_t(call), 4);
        load(argument(2));
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 1, 0));
        answer(SECCOMP_RET_ALLOW);
        answer(refuse);
    }
    // Qt converts large pictures in threads. The flags of clone3 cannot be looked at, so it is absent, and the C library
    // takes clone, whose flags can: a thread of this process yes, a new process no.
    skipUnless(SYS_clone3, 1);
    answer(SECCOMP_RET_ERRNO | ENOSYS);
    skipUnless(SYS_clone, 4);
    load(argument(0));
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1));
    answer(SECCOMP_RET_ALLOW);
    answer(refuse);
    skipUnless(SYS_tgkill, 4); // abort() signals the process itself, and only that is allowed
    load(argument(0));
    skipUnless(std::uint32_t(getpid()), 1);
    answer(SECCOMP_RET_ALLOW);
    answer(refuse);

    answer(refuse);
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

#else

bool sealProcess() { return false; }

#endif

} // namespace carriel::extract
