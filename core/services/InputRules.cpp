// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/InputRules.h"

#include "core/domain/ItemLimits.h"
#include "core/services/ServiceErrors.h"

#include <QJsonDocument>

namespace carriel {

namespace {
constexpr int deepest = 1000; // against circles

Error tooLong(ErrorCode code, const QString &text, int most)
{
    const QString shown = text.size() > 40 ? QString(text.left(40) + u'…') : text;
    return Error{code, {{QStringLiteral("name"), shown}, {QStringLiteral("most"), most}}, {}};
}

Error tooDeep(int most)
{
    return Error{errors::tooDeep, {{QStringLiteral("most"), most}}, {}};
}
} // namespace

Outcome InputRules::name(const QString &name)
{
    CARRIEL_TRY(const sync::SyncStateRow state, m_reader.syncState());
    const QString trimmed = name.trimmed();
    const QString fitted = state.names.fitted(name);
    const bool onlyFiller = fitted.size() == 1 && !fitted.front().isLetter() && fitted != trimmed;
    const bool nothing = trimmed.isEmpty() || trimmed == u"." || trimmed == u".." || !name.isValidUtf16() || onlyFiller;
    if (nothing)
        return Error{errors::badName, {{QStringLiteral("name"), trimmed.left(40)}}, {}};
    if (name.normalized(QString::NormalizationForm_C).toUtf8().size() > state.names.maxBytes)
        return tooLong(errors::nameTooLong, name, state.names.maxBytes);
    return {};
}

Result<QString> InputRules::stored(const QString &name)
{
    CARRIEL_TRY(const sync::SyncStateRow state, m_reader.syncState());
    return state.names.fitted(name);
}

Outcome InputRules::path(const QStringList &parts)
{
    CARRIEL_TRY(const int most, mostDepth());
    if (parts.size() > most)
        return tooDeep(most);
    for (const QString &part : parts)
        CARRIEL_CHECK(name(part));
    return {};
}

Outcome InputRules::fileName(const QString &name)
{
    if (name.size() > limits::originalNameLength)
        return tooLong(errors::nameTooLong, name, limits::originalNameLength);
    return {};
}

// As the operator said last.
Result<int> InputRules::mostDepth()
{
    CARRIEL_TRY(const sync::SyncStateRow state, m_reader.syncState());
    return state.names.maxDepth;
}

Result<int> InputRules::depthOf(const ItemId &folder)
{
    int depth = 0;
    for (ItemId at = folder; at != rootItem() && depth < deepest; ++depth) {
        CARRIEL_TRY(const auto row, m_reader.item(at));
        if (!row)
            break;
        at = row->local.parent;
    }
    return depth;
}

Result<int> InputRules::heightOf(const ItemId &item)
{
    CARRIEL_TRY(const auto row, m_reader.item(item));
    if (!row || row->type != ItemType::Folder)
        return 0;
    int height = 0;
    QList<ItemId> level{item};
    while (!level.isEmpty() && height < deepest) {
        ++height;
        QList<ItemId> below;
        for (const ItemId &folder : std::as_const(level)) {
            CARRIEL_TRY(const QList<sync::ItemRow> children, m_reader.children(folder));
            for (const sync::ItemRow &child : children) {
                if (child.type == ItemType::Folder && child.local.state == ItemState::Active)
                    below.append(child.id);
            }
        }
        level = below;
    }
    return height;
}

Outcome InputRules::folderIn(const ItemId &parent)
{
    CARRIEL_TRY(const int depth, depthOf(parent));
    CARRIEL_TRY(const int most, mostDepth());
    return depth + 1 > most ? Outcome(tooDeep(most)) : Outcome();
}

Outcome InputRules::moved(const QList<ItemId> &ids, const ItemId &folder)
{
    CARRIEL_TRY(const int depth, depthOf(folder));
    CARRIEL_TRY(const int most, mostDepth());
    for (const ItemId &id : ids) {
        CARRIEL_TRY(const int height, heightOf(id));
        if (depth + height > most)
            return tooDeep(most);
    }
    return {};
}

Outcome InputRules::facts(const ItemId &item, const ItemMeta &after)
{
    // What was too much before and is not touched does not stand in the way of something else.
    CARRIEL_TRY(const auto row, m_reader.item(item));
    const ItemMeta before = row ? row->local.meta : ItemMeta();
    const QStringList labels = after.labels(), had = before.labels();
    for (const QString &label : labels) {
        if (label.size() > limits::labelLength && !had.contains(label))
            return tooLong(errors::labelTooLong, label, limits::labelLength);
    }
    if (labels.size() > limits::labels && labels.size() > had.size())
        return tooLong(errors::tooManyLabels, {}, limits::labels);
    if (after.note() != before.note() && after.note().size() > limits::noteLength)
        return tooLong(errors::noteTooLong, {}, limits::noteLength);
    if (after.documentType() != before.documentType() && after.documentType().size() > limits::documentTypeLength)
        return tooLong(errors::typeTooLong, {}, limits::documentTypeLength);
    const auto bytes = [](const ItemMeta &meta) { return QJsonDocument(meta.fields()).toJson(QJsonDocument::Compact).size(); };
    CARRIEL_TRY(const sync::SyncStateRow state, m_reader.syncState());
    if (bytes(after) > state.names.factsBytes && bytes(after) > bytes(before))
        return tooLong(errors::factsTooLarge, {}, state.names.factsBytes);
    return {};
}

} // namespace carriel
