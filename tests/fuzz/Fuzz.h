// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One target for hostile bytes. With the fuzz preset it is a libFuzzer program; otherwise all of them stand in
// tst_fuzz, which feeds each its seeds, every beginning of them, and some thousand changed ones - the same in every
// run.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <cstdlib>
#include <vector>

namespace carriel::fuzz {

struct Target
{
    const char *name;
    void (*run)(const QByteArray &bytes);
    QList<QByteArray> (*seeds)();
};

inline std::vector<Target> &targets()
{
    static std::vector<Target> all;
    return all;
}

struct Registered
{
    explicit Registered(const Target &target) { targets().push_back(target); }
};

// What must hold for any bytes.
inline void must(bool holds)
{
    if (!holds)
        std::abort();
}

// The protocol's example messages whose names begin so.
inline QList<QByteArray> examples(const char *prefix)
{
    QList<QByteArray> out;
    const QDir dir(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples"));
    const QStringList names =
        dir.entryList({QString(QLatin1String(prefix) + QLatin1String("*.json"))}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            out.append(file.readAll());
    }
    must(!out.isEmpty());
    return out;
}

// What libFuzzer found worth keeping (tools/fuzz --keep): each line one input, in base64.
inline QList<QByteArray> corpus(const char *name)
{
    QList<QByteArray> out;
    QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/tests/data/fuzz/corpus/") + QLatin1String(name));
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd())
            out.append(QByteArray::fromBase64(file.readLine().trimmed()));
    }
    return out;
}

} // namespace carriel::fuzz

#ifdef CARRIEL_FUZZ
#define CARRIEL_FUZZ_TARGET(name)                                                                                      \
    extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)                                      \
    {                                                                                                                  \
        run(QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size)));                           \
        return 0;                                                                                                      \
    }                                                                                                                  \
    extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)                                                       \
    {                                                                                                                  \
        /* The seeds, into the folder that is named first. */                                                          \
        for (int i = 1; i < *argc; ++i) {                                                                              \
            if ((*argv)[i][0] == '-')                                                                                  \
                continue;                                                                                              \
            int number = 0;                                                                                            \
            for (const QByteArray &seed : seeds() + carriel::fuzz::corpus(name)) {                                     \
                QFile file(QString::fromLocal8Bit((*argv)[i]) + QStringLiteral("/seed-%1").arg(number++));             \
                if (file.open(QIODevice::WriteOnly))                                                                   \
                    file.write(seed);                                                                                  \
            }                                                                                                          \
            break;                                                                                                     \
        }                                                                                                              \
        return 0;                                                                                                      \
    }
#else
#define CARRIEL_FUZZ_TARGET(name)                                                                                      \
    [[maybe_unused]] static const carriel::fuzz::Registered registered({name, &run, &seeds});
#endif
