// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SecretBytes.h"

#include <QByteArray>
#include <cstring>
#include <new>
#include <utility>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <sys/mman.h>
#endif

namespace carriel {

namespace {
void lockPages(void *data, std::size_t size)
{
    // Best effort: a low limit on locked memory must not keep a person out of the folder.
#ifdef Q_OS_WIN
    VirtualLock(data, size);
#else
    (void)mlock(data, size);
#ifdef MADV_DONTDUMP
    // Page-aligned allocations (below) make this exact: a core dump holds no key.
    (void)madvise(data, size, MADV_DONTDUMP);
#endif
#endif
}

void unlockPages(void *data, std::size_t size)
{
#ifdef Q_OS_WIN
    VirtualUnlock(data, size);
#else
#ifdef MADV_DODUMP
    (void)madvise(data, size, MADV_DODUMP);
#endif
    (void)munlock(data, size);
#endif
}

constexpr std::size_t page = 4096;
std::size_t roundedUp(std::size_t size) { return (size + page - 1) / page * page; }
} // namespace

void wipeMemory(void *data, std::size_t size)
{
    auto *bytes = static_cast<volatile std::uint8_t *>(data);
    while (size--)
        *bytes++ = 0;
}

SecretBytes::SecretBytes(std::size_t size) : m_size(size)
{
    if (size == 0)
        return;
    // Whole pages of its own: locking works by pages, and a neighbour's unlock must not unlock ours.
    m_data = static_cast<std::uint8_t *>(::operator new(roundedUp(size), std::align_val_t(page)));
    lockPages(m_data, roundedUp(size));
    std::memset(m_data, 0, roundedUp(size));
}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes)
{
    SecretBytes out(std::size_t(bytes.size()));
    if (!bytes.isEmpty())
        std::memcpy(out.m_data, bytes.data(), out.m_size);
    return out;
}

SecretBytes SecretBytes::takeFrom(QByteArray &bytes)
{
    SecretBytes out = copyOf(bytes);
    bytes.detach();
    wipeMemory(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
    return out;
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

void SecretBytes::wipe()
{
    if (!m_data)
        return;
    wipeMemory(m_data, m_size);
    unlockPages(m_data, roundedUp(m_size));
    ::operator delete(m_data, std::align_val_t(page));
    m_data = nullptr;
    m_size = 0;
}

} // namespace carriel
