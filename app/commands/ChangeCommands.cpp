// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// mkdir, mv, label: durable here first, then sent if the operator can be reached; if not, they wait and that is no failure.
#include "app/commands/Commands.h"

#include "app/commands/Change.h"
#include "app/commands/CommandErrors.h"
#include "app/commands/FolderPath.h"
#include "app/commands/Json.h"
#include "core/services/ServiceErrors.h"

namespace carriel::commands {
namespace {

class MakeFolder final : public Change
{
public:
    using Change::Change;
    void start() override
    {
        const QStringList parts = pathParts(invocation().words.first());
        if (parts.isEmpty()) {
            fail(Error{errors::badName, {{QStringLiteral("name"), invocation().words.first()}}, {}});
            return;
        }
        ensureFolder(documents(), this, parts, [this](const Result<ItemId> &folder) {
            if (folder.ok()) {
                const QList<DocumentRow> rows = documents().rows({folder.value()});
                // A folder above it may have got another name, too.
                const QStringList wanted = pathParts(invocation().words.first());
                const QStringList stored = pathOf(documents(), folder.value()).split(u'/');
                if (stored.size() == wanted.size()) {
                    for (qsizetype i = 0; i < wanted.size(); ++i)
                        noteName(wanted.at(i), stored.at(i));
                } else {
                    noteName(wanted.last(), rows.isEmpty() ? QString() : rows.first().name);
                }
                changed(folder.value());
            } else
                fail(folder.error());
        });
    }
};

class Move final : public Change
{
public:
    using Change::Change;
    void start() override
    {
        const auto from = item(invocation().words.at(0));
        if (!from.ok()) {
            fail(from.error());
            return;
        }
        const DocumentRow row = from.value();
        const QString to = invocation().words.at(1);
        const QStringList parts = pathParts(to);
        ItemId folder = rootItem();
        QString name;
        const auto target = parts.isEmpty() ? std::nullopt : rowAt(to);
        if (target && target->id == row.id && parts.last() != row.name) { // the new name differs in capitals alone
            folder = row.parent;
            name = parts.last();
        } else if (target) {
            if (target->type != ItemType::Folder) {
                fail(Error{errors::isDocument, {{QStringLiteral("name"), to}}, {}}); // nothing is moved over a document
                return;
            }
            folder = target->id;
        } else if (!parts.isEmpty()) {
            const QString above = QStringList(parts.mid(0, parts.size() - 1)).join(u'/');
            const auto parent = above.isEmpty() ? std::nullopt : rowAt(above);
            if ((!above.isEmpty() && (!parent || parent->type != ItemType::Folder)) || to.endsWith(u'/')) {
                fail(Error{errors::itemNotFound, {{QStringLiteral("item"), to.endsWith(u'/') ? to : above}}, {}});
                return;
            }
            if (parent)
                folder = parent->id;
            name = parts.last();
            if (const Outcome fit = documents().checkPath({name}); !fit) {
                fail(fit.error());
                return;
            }
        }
        moveThenRename(row, folder, name);
    }

private:
    std::optional<DocumentRow> rowAt(const QString &path) const
    {
        const auto found = item(path);
        return found.ok() ? std::optional(found.value()) : std::nullopt;
    }

    void moveThenRename(const DocumentRow &row, const ItemId &folder, const QString &name)
    {
        if (row.parent == folder) {
            rename(row, name);
            return;
        }
        then(documents().move({row.id}, folder), [this, row, name](const Outcome &moved) {
            if (moved.ok())
                rename(row, name);
            else
                fail(moved.error());
        });
    }

    void rename(const DocumentRow &row, const QString &name)
    {
        if (name.isEmpty() || name == row.name) {
            changed(row.id);
            return;
        }
        then(documents().rename(row.id, name), [this, row, name](const Result<QString> &renamed) {
            if (!renamed.ok()) {
                fail(renamed.error());
                return;
            }
            noteName(name, renamed.value());
            changed(row.id);
        });
    }
};

class Label final : public Change
{
    // A comma stands between two labels, as in the window.
    static QStringList split(const QString &words)
    {
        QStringList out;
        for (const QString &one : words.split(u',')) {
            if (const QString label = one.simplified(); !label.isEmpty())
                out += label;
        }
        return out;
    }

public:
    using Change::Change;
    void start() override
    {
        const auto row = named();
        if (!row)
            return;
        QStringList add, remove;
        for (const QString &change : invocation().words.mid(1))
            (change.front() == u'+' ? add : remove) +=
                change.front() == u'+' ? split(change.mid(1)) : QStringList{change.mid(1)};
        if (add.isEmpty() && remove.isEmpty()) {
            fail(Error{errors::badWord,
                       {{QStringLiteral("what"), invocation().words.value(1).simplified()},
                        {QStringLiteral("usage"), QStringLiteral("label PATH|ID +LABEL -LABEL")}},
                       {}});
            return;
        }
        const ItemId id = row->id;
        then(documents().setLabels({id}, add, remove), [this, id](const Outcome &set) {
            if (set.ok())
                changed(id);
            else
                fail(set.error());
        });
    }
};

} // namespace

std::unique_ptr<Command> makeChangeCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("mkdir"))
        return std::make_unique<MakeFolder>(environment, invocation);
    if (invocation.command == QLatin1String("mv"))
        return std::make_unique<Move>(environment, invocation);
    if (invocation.command == QLatin1String("label"))
        return std::make_unique<Label>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
