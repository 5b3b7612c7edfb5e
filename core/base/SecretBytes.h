// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that must not stay in memory or reach the swap: keys, passphrases. Locked while alive, wiped at the end.
// Qt's strings and byte arrays are never wiped, so a secret leaves this class only into a C interface.
#pragma once

#include <QByteArrayView>
#include <cstddef>
#include <cstdint>
#include <span>

namespace carriel {

class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);              // zeroed
    static SecretBytes copyOf(QByteArrayView bytes);     // the caller still owns and wipes the original
    // Copies, then overwrites the original.
    static SecretBytes takeFrom(class QByteArray &bytes);

    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    SecretBytes clone() const { return copyOf(view()); }
    bool isEmpty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    std::uint8_t *data() { return m_data; }
    const std::uint8_t *data() const { return m_data; }
    QByteArrayView view() const { return {reinterpret_cast<const char *>(m_data), qsizetype(m_size)}; }
    void wipe(); // zeroes, unlocks and frees; then isEmpty()

private:
    std::uint8_t *m_data = nullptr;
    std::size_t m_size = 0;
};

// Overwrites memory in a way that the compiler may not leave out.
void wipeMemory(void *data, std::size_t size);

} // namespace carriel
