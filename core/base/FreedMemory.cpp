// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FreedMemory.h"

#include "core/base/SecretBytes.h"

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include <cstddef>
#include <cstdlib>
#include <latch>
#include <malloc.h>
#include <new>
#include <thread>
#include <vector>
#endif

namespace carriel {

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
namespace {
struct Piece
{
    Piece *next;
};

class Taken
{
public:
    ~Taken()
    {
        while (m_last) {
            Piece *next = m_last->next;
            std::free(m_last);
            m_last = next;
        }
    }
    // A free piece of exactly this size is given first, then one is cut from a greater. Pieces that come one behind the other are
    // cut from what was never used, or was given back whole: of this size nothing is left.
    void allOf(std::size_t size)
    {
        constexpr int enough = 4;
        constexpr std::size_t head = sizeof(std::size_t); // glibc's, before each piece
        const char *before = nullptr;
        for (int inARow = 0; inARow < enough && m_bytes < most; m_bytes += size) {
            void *piece = std::malloc(size - head);
            if (!piece)
                return;
            const std::size_t usable = malloc_usable_size(piece);
            wipeMemory(piece, usable);
            const char *here = static_cast<const char *>(piece);
            inARow = before && here == before + usable + head ? inARow + 1 : 0;
            before = here;
            m_last = new (piece) Piece{m_last};
        }
    }

private:
    static constexpr std::size_t most = 64 * 1024 * 1024; // should the system's heap be of another kind than believed
    Piece *m_last = nullptr;
    std::size_t m_bytes = 0;
};
} // namespace

void wipeFreedMemory()
{
    malloc_trim(0); // what is whole pages is gone; the pieces between what is in use are left
    {
        Taken taken;
        for (std::size_t size = 16384; size > 4096; size -= 512)
            taken.allOf(size);
        for (std::size_t size = 4096; size > 1024; size -= 64)
            taken.allOf(size);
        for (std::size_t size = 1024; size >= 32; size -= 16)
            taken.allOf(size);
    }
    malloc_trim(0);
}

// A new thread takes over the part of the heap that one before it left. As long as all of these run, each has another.
void wipeMemoryOfEndedThreads()
{
    constexpr int most = 8; // parts of the heap that were in use at once; what is more of them is made, wiped and given back
    std::latch all(most);
    std::vector<std::jthread> threads;
    for (int i = 0; i < most; ++i) {
        threads.emplace_back([&all] {
            wipeFreedMemory();
            all.arrive_and_wait();
        });
    }
}
#else
void wipeFreedMemory() {}
void wipeMemoryOfEndedThreads() {}
#endif

} // namespace carriel
