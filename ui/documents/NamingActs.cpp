// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The acts that give something a name: it may get another one than the person wanted, and is told why.
#include "ui/documents/Acts.h"

#include "core/domain/NameRules.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/widgets/UndoStack.h"

#include <QCoreApplication>

namespace carriel::ui::acts {

namespace {
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Acts)
};

// `done`: what was done, with the name that it has now. `connected`: there is an operator, whose rules these are; without one
// they are kept all the same, so that the folder can have one later.
QString otherName(const QString &done, const QString &wanted, bool connected)
{
    const NameRules rules;
    if (wanted.normalized(QString::NormalizationForm_C).toUtf8().size() > rules.maxBytes)
        return Tr::tr("%1: the name was too long and was shortened.").arg(done);
    if (rules.fitted(wanted) == wanted) // nothing wrong with it: another has it
        return Tr::tr("%1: there is another “%2” in this folder.").arg(done, wanted);
    return connected ? Tr::tr("%1: the operator does not accept the name “%2”.").arg(done, wanted)
                     : Tr::tr("%1: the name “%2” would not do on other computers or at an operator.").arg(done, wanted);
}
} // namespace

void rename(const PageContext &context, const DocumentRow &row, const QString &name)
{
    Documents *documents = &context.session.documents();
    PageHost &host = context.host;
    documents->rename(row.id, name).then(&host.undo(), [documents, &host, row, name, connected = context.session.account().connected](
                                                           const Result<QString> &stored) {
        if (!stored.ok()) {
            host.showError(stored.error());
            return;
        }
        const auto renameTo = [documents, &host, id = row.id](const QString &to) {
            return [documents, &host, id, to] {
                return documents->rename(id, to).then(&host.undo(), [](const Result<QString> &r) {
                    return r.ok() ? Outcome() : Outcome(r.error());
                });
            };
        };
        const QString done = Tr::tr("“%1” renamed to “%2”").arg(row.name, stored.value());
        host.undo().push({done, renameTo(row.name), renameTo(stored.value()),
                          Tr::tr("It is called “%1” again").arg(row.name)});
        const QString ending = row.type == ItemType::Folder ? QString() : splitName(row.name).suffix;
        const bool endingLost = !ending.isEmpty() && splitName(stored.value()).suffix.compare(ending, Qt::CaseInsensitive) != 0;
        const QString words =
            endingLost ? Tr::tr("Renamed to “%1”. It ended in “%2”, by which programs know what to open it with.").arg(stored.value(), ending)
            : stored.value() == name ? done
                                     : otherName(Tr::tr("Renamed to “%1”").arg(stored.value()), name, connected);
        host.say(words, Tr::tr("Undo"), [&host] { host.undo().undo(); });
    });
}

void newFolder(const PageContext &context, const ItemId &parent, const QString &name, std::function<void(const ItemId &)> then)
{
    Documents *documents = &context.session.documents();
    PageHost &host = context.host;
    documents->addFolder(parent, name).then(&host.undo(), [documents, &host, name, then, connected = context.session.account().connected](
                                                     const Result<ItemId> &made) {
        if (!made.ok()) {
            host.showError(made.error());
            return;
        }
        const QList<ItemId> ids{made.value()};
        const QList<DocumentRow> rows = documents->rows(ids);
        const QString stored = rows.isEmpty() ? name : rows.first().name;
        const QString created = Tr::tr("Folder “%1” created").arg(stored);
        const QString done = stored == name ? created : otherName(created, name, connected);
        host.undo().push({done, [documents, ids] { return documents->trash(ids); },
                          [documents, ids] { return documents->restore(ids); },
                          Tr::tr("The folder “%1” is in the trash").arg(stored)});
        host.say(done);
        if (then)
            then(made.value());
    });
}

} // namespace carriel::ui::acts
