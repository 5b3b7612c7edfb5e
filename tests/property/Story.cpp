// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/Story.h"

#include "tests/property/Life.h"

namespace carriel::property {

namespace {

struct Verb {
    const char *name;
    int weight;
};

constexpr Verb edits[] = {{"add", 30},     {"folder", 8},    {"rename", 9},  {"move", 9},   {"meta", 9},     {"version", 12}, {"trash", 9},
                          {"restore", 8},  {"purge", 4},     {"evict", 6},   {"revert", 4}, {"keep", 2},     {"resolve", 5},  {"undo", 4},
                          {"again", 3},    {"missing", 3},   {"fetch", 3},   {"pause", 2},  {"unpause", 2},  {"cancel", 1},   {"first", 1},
                          {"verify", 1}};
constexpr Verb troubles[] = {{"end", 8},    {"die-before", 16}, {"die-after", 16}, {"network", 10}, {"login", 6}, {"expire", 8}, {"issue", 10},
                             {"forget", 8}, {"clock", 8},       {"full", 8},       {"retry", 10},   {"sync", 10}, {"reset", 3}};

// People who take out, put away, destroy and change their minds, and an operator that is put back from copies over and over.
constexpr Verb tidying[] = {{"add", 22},    {"folder", 16},  {"rename", 4},  {"move", 24},  {"meta", 4},     {"version", 14}, {"trash", 18},
                            {"restore", 14}, {"purge", 16},  {"evict", 4},   {"revert", 6}, {"keep", 2},     {"resolve", 10}, {"undo", 8},
                            {"again", 6},    {"missing", 6}, {"fetch", 2},   {"pause", 1},  {"unpause", 1},  {"cancel", 1},   {"first", 1},
                            {"verify", 1}};
constexpr Verb restoring[] = {{"end", 10},   {"die-before", 12}, {"die-after", 12}, {"network", 12}, {"login", 4}, {"expire", 8}, {"issue", 4},
                              {"forget", 8}, {"clock", 2},       {"full", 8},       {"retry", 8},    {"sync", 16}, {"reset", 30}};

template <size_t N> QByteArray pick(const Verb (&verbs)[N], sim::SimRandom &random)
{
    int total = 0;
    for (const Verb &verb : verbs)
        total += verb.weight;
    int at = int(random.below(quint64(total)));
    for (const Verb &verb : verbs) {
        at -= verb.weight;
        if (at < 0)
            return verb.name;
    }
    return {};
}

constexpr std::pair<const char *, int sim::Faults::*> faultNames[] = {
    {"unreachable", &sim::Faults::unreachable}, {"lost-reply", &sim::Faults::lostReply}, {"duplicate", &sim::Faults::duplicate},
    {"busy", &sim::Faults::busy},               {"cut", &sim::Faults::cut},              {"lie", &sim::Faults::lie},
    {"in-progress", &sim::Faults::inProgress},  {"upload-gone", &sim::Faults::uploadGone}, {"no-current", &sim::Faults::noCurrent},
    {"lost-hint", &sim::Faults::lostHint},      {"slow", &sim::Faults::slow},            {"old-page", &sim::Faults::oldPage}};

} // namespace

Story storyOf(quint64 seed, Kind kind)
{
    sim::SimRandom random(seed * 7919 + 17);
    Story story;
    story.seed = seed;
    story.clients = 1 + int(random.below(100) * 4 / 100);
    story.calm = random.chance(6);
    if (!random.chance(20)) {
        for (const auto &[name, fault] : faultNames)
            story.faults.*fault = random.chance(50) ? int(random.below(25)) : 0;
    }
    if (story.calm)
        story.faults.oldPage = 0; // who was told old news is not at rest yet
    const int count = 5 + int(random.below(story.calm ? 12 : 40));
    for (int i = 0; i < count; ++i) {
        Step step;
        step.client = int(random.below(quint64(story.clients)));
        const bool edit = random.chance(story.calm ? 100 : 76);
        if (kind == Kind::Usual)
            step.verb = edit ? pick(edits, random) : pick(troubles, random);
        else
            step.verb = edit ? pick(tidying, random) : pick(restoring, random);
        step.a = quint32(random.below(1 << 16));
        step.b = quint32(random.below(1 << 16));
        step.c = quint32(random.below(1 << 16));
        step.wait = random.chance(60) ? int(random.below(random.chance(20) ? 60000 : 400)) : 0;
        story.steps.append(step);
    }
    return story;
}

QByteArray Story::text() const
{
    QByteArray out = "seed " + QByteArray::number(seed) + " clients " + QByteArray::number(clients) + (calm ? " calm" : "") + '\n';
    for (const auto &[name, fault] : faultNames) {
        if (faults.*fault > 0)
            out += QByteArray("fault ") + name + ' ' + QByteArray::number(faults.*fault) + '\n';
    }
    for (const Step &step : steps) {
        out += QByteArray::number(step.client) + ' ' + step.verb + ' ' + QByteArray::number(step.a) + ' ' + QByteArray::number(step.b) + ' '
               + QByteArray::number(step.c) + " wait " + QByteArray::number(step.wait) + '\n';
    }
    return out;
}

Story Story::fromText(const QByteArray &text)
{
    Story story;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.first() == "seed") {
            story.seed = words.value(1).toULongLong();
            story.clients = words.value(3).toInt();
            story.calm = words.value(4) == "calm";
        } else if (words.first() == "fault") {
            for (const auto &[name, fault] : faultNames) {
                if (words.value(1) == name)
                    story.faults.*fault = words.value(2).toInt();
            }
        } else if (words.size() >= 5) {
            story.steps.append(Step{words.first().toInt(), words.at(1), words.at(2).toUInt(), words.at(3).toUInt(), words.at(4).toUInt(),
                                    words.value(6).toInt()});
        }
    }
    return story;
}

Story shrunk(const Story &story, const QByteArray &failure)
{
    const auto fails = [&](const Story &shorter) {
        const QStringList said = Life(shorter).run();
        return !said.isEmpty() && said.first().left(4).toUtf8() == failure.left(4);
    };
    Story best = story;
    for (qsizetype cut = std::max<qsizetype>(best.steps.size() / 2, 1); cut >= 1; cut /= 2) {
        for (qsizetype at = 0; at < best.steps.size();) {
            Story shorter = best;
            shorter.steps.remove(at, std::min(cut, best.steps.size() - at));
            if (fails(shorter))
                best = shorter;
            else
                at += cut;
        }
    }
    for (const auto &[name, fault] : faultNames) {
        Story simpler = best;
        simpler.faults.*fault = 0;
        if (best.faults.*fault > 0 && fails(simpler))
            best = simpler;
    }
    return best;
}

QByteArray contentOf(quint64 document, int version, qsizetype size)
{
    QByteArray out = QByteArray::number(document) + '.' + QByteArray::number(version) + ' ';
    for (qsizetype at = out.size(); out.size() < size; at += 8) {
        quint64 x = document * 0x9E3779B97F4A7C15u + quint64(version) * 0xD1B54A32D192ED03u + quint64(at);
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
        x ^= x >> 31;
        out.append(reinterpret_cast<const char *>(&x), std::min<qsizetype>(8, size - out.size()));
    }
    return out;
}

} // namespace carriel::property
