// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/ActPage.h"

#include "core/base/BaseErrors.h"
#include "core/domain/NameRules.h"
#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "ui/notifications/Parts.h"
#include "ui/notifications/TermView.h"
#include "ui/shell/DayMenu.h"
#include "ui/text/BindingWords.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/UsualTerm.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"
#include "ui/widgets/forms/RowButton.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace carriel::ui {

ActPage::ActPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), openAddress([](const QUrl &url) { QDesktopServices::openUrl(url); }),
      m_reminders(context.session)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    m_title = addHead(theme(), QStringLiteral("act"), this, column, [this] {
        host().open(QStringLiteral("notifications"), {{QStringLiteral("id"), m_id}});
    });
    m_title->setTextFormat(Qt::PlainText);
    m_what = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_what->setObjectName(QStringLiteral("act.what"));
    column->addWidget(m_what);
    m_column = new ContentColumn(QStringLiteral("act.column"), 110, this);
    m_column->alignLeft();
    column->addWidget(m_column, 1);
    connect(&session(), &Session::notificationsChanged, this, [this] {
        if (isVisible())
            reload();
    });
    forget();
}

void ActPage::enter(const QVariantMap &args)
{
    QString id = args.value(QStringLiteral("id")).toString();
    if (id.isEmpty())
        id = m_id.isEmpty() ? m_left : m_id; // after a lock: where she was
    if (id.isEmpty())
        return;
    if (id != m_id)
        forget();
    m_id = id;
    reload();
}

void ActPage::forget()
{
    if (!m_id.isEmpty())
        m_left = m_id;
    m_id.clear();
    m_act.reset();
    m_title->setText(tr("Notification"));
    m_what->setText(tr("Choose one in the list of notifications."));
    delete m_body;
    m_body = nullptr;
}

void ActPage::focusContent()
{
    if (m_body) {
        for (auto *button : m_body->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->isEnabled())
                return button->setFocus();
        }
    }
    setFocus();
}

void ActPage::reload()
{
    if (m_id.isEmpty())
        return;
    const auto opened = session().documents().notifications().opened(m_id);
    if (!opened) {
        host().showError(opened.error());
        return;
    }
    // Making the widgets anew takes the keyboard away, so only when something is different.
    const OpenedNotification &now = opened.value();
    const bool same = m_act && m_act->entry.state == now.entry.state && m_act->entry.proof == now.entry.proof &&
                      m_act->certificate.has_value() == now.certificate.has_value() && m_body;
    m_act = now;
    if (!same)
        fill();
}

void ActPage::fill()
{
    delete m_body;
    m_body = new QWidget(m_column->widget());
    m_body->setObjectName(QStringLiteral("act.body"));
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_title->setText(text::neutral(m_act->title));
    QStringList what{text::entityWithNumber(m_act->entry.entityName, m_act->entry.entityId)};
    if (!m_act->number.isEmpty())
        what << tr("No. %1").arg(text::neutral(m_act->number));
    if (m_act->date.isValid())
        what << text::dateLong(m_act->date);
    what << tr("opened %1").arg(text::colombianDateTime(m_act->entry.accessedUtc));
    m_what->setText(what.join(QStringLiteral(" · ")));
    fillTerm(column);
    fillText(column);
    fillDocuments(column);
    fillActions(column);
    fillCertificate(column);
    fillProof(column);
    column->addStretch(1);
    m_column->column()->addWidget(m_body);
    m_body->show(); // at once: an empty moment between would be seen
}

void ActPage::fillTerm(QVBoxLayout *column)
{
    const QDate today = text::colombianToday();
    const QString first = text::askedBefore(m_act->entry, today);
    const bool counted = m_act->term && m_act->term->legalEffect;
    if (first.isEmpty() && !counted)
        return;
    Card *card = section(theme(), QStringLiteral("act.term"), tr("By when"), m_body);
    if (!first.isEmpty())
        addMark(theme(), card, QStringLiteral("first"), "triangle-alert", Role::Warning, first, TypeRole::Strong);
    if (counted)
        card->column()->addWidget(new TermView(theme(), QStringLiteral("act.termView"), *m_act->term, today, card,
                                               first.isEmpty() ? TermView::Of::Act : TermView::Of::Later));
    // What can be done with the days of this one, the same as on the first page.
    int number = 0;
    for (const DueDay &day : m_reminders.running(today)) {
        if (day.entry.id != m_id)
            continue;
        const QString name = QStringLiteral("act.day%1").arg(number++);
        QToolButton *menu = dayMenu(
            context(), m_reminders, day, [] {}, name, card);
        menu->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        menu->setIcon(theme().icon(QStringLiteral("bell")));
        menu->setText(day.action.isEmpty() ? tr("Reminder and calendar: end of the term, %1").arg(text::dateLong(day.day))
                                           : tr("Reminder and calendar: %1, %2").arg(text::neutral(day.action), text::dateLong(day.day)));
        card->column()->addWidget(menu, 0, Qt::AlignLeft);
    }
    column->addWidget(card);
}

void ActPage::fillText(QVBoxLayout *column)
{
    Card *card = section(theme(), QStringLiteral("act.text"), tr("What it says"), m_body);
    QLabel *said = theme().label(text::actHtml(m_act->body), TypeRole::Body, card);
    said->setObjectName(QStringLiteral("act.said"));
    said->setTextFormat(Qt::RichText);
    said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    said->setAccessibleName(tr("What it says"));
    card->column()->addWidget(said);
    column->addWidget(card);
}

void ActPage::fillDocuments(QVBoxLayout *column)
{
    if (m_act->documents.isEmpty())
        return;
    Card *card = section(theme(), QStringLiteral("act.documents"), tr("Documents"), m_body);
    int number = 0;
    for (const ActDocumentInfo &one : std::as_const(m_act->documents)) {
        const QString name = QStringLiteral("act.document%1").arg(number);
        addMark(theme(), card, name, qPrintable(iconFor(one.mediaType)), Role::TextMuted,
                one.main ? tr("%1 (the act itself)").arg(text::neutral(one.name)) : text::neutral(one.name));
        auto *bar = new QWidget(card);
        auto *flow = new FlowLayout(bar, space::s);
        flow->setContentsMargins(space::icon + space::s, 0, 0, 0);
        const auto button = [&](const char *what, const char *icon, const QString &words, auto act) {
            QPushButton *made =
                addButton(theme(), bar, QString(name + QLatin1Char('.') + QLatin1String(what)), icon, words, this, act);
            made->setAccessibleName(QStringLiteral("%1: %2").arg(words, text::neutral(one.name)));
        };
        button("see", "eye", tr("See it"), [this, number] {
            host().open(QStringLiteral("attachment"),
                        {{QStringLiteral("id"), m_id}, {QStringLiteral("number"), number}});
        });
        button("keep", "folder-input", tr("Keep it in Documents"), [this, number] { keep(number); });
        button("save", "download", tr("Save it elsewhere…"), [this, number] { saveAs(number); });
        card->column()->addWidget(bar);
        ++number;
    }
    column->addWidget(card);
}

void ActPage::fillActions(QVBoxLayout *column)
{
    if (m_act->actions.isEmpty())
        return;
    Card *card = section(theme(), QStringLiteral("act.actions"), tr("What you can do"), m_body);
    int number = 0;
    for (const ActActionInfo &one : std::as_const(m_act->actions)) {
        const QString name = QStringLiteral("action%1").arg(number++);
        addLine(theme(), card, name, text::neutral(one.label), Role::Text, TypeRole::Strong);
        addLine(theme(), card, QString(name + QLatin1String("What")), text::actionWords(one), Role::TextMuted);
        if (const QString later = text::laterThanTerm(one, m_act->term); !later.isEmpty())
            addMark(theme(), card, QString(name + QLatin1String("Later")), "triangle-alert", Role::Warning, later);
        else if (text::onRestDay(m_act->entry, number - 1)) // of a day that is too late nothing more
            addMark(theme(), card, QString(name + QLatin1String("Rest")), "triangle-alert", Role::Warning, text::restDay());
        if (one.url.isEmpty()) {
            if (one.kind != QLatin1String("deadline"))
                addLine(theme(), card, QString(name + QLatin1String("Why")),
                        tr("The notification gives no address that the entity has registered. Go to its office or its "
                           "own site."),
                        Role::TextMuted, TypeRole::Small);
            continue;
        }
        auto *bar = new QWidget(card);
        new FlowLayout(bar, space::s);
        const QString words = tr("Go to %1 in the browser").arg(QUrl(one.url).host());
        QPushButton *go = addButton(theme(), bar, QString(QLatin1String("act.") + name + QLatin1String(".go")),
                                    "external-link", words, this, [this, one] { follow(one); });
        go->setAccessibleName(QStringLiteral("%1: %2").arg(text::neutral(one.label), words));
        card->column()->addWidget(bar);
    }
    column->addWidget(card);
}

void ActPage::fillCertificate(QVBoxLayout *column)
{
    if (!m_act->certificate && m_act->entry.regime == QLatin1String("comunicacion"))
        return; // no entity certifies that
    Card *card = section(theme(), QStringLiteral("act.certificate"), tr("Certificate of access"), m_body);
    if (m_act->certificate) {
        addFact(theme(), card, QStringLiteral("when"), tr("Access"), text::colombianDateTime(m_act->certificate->accessedUtc));
        addFact(theme(), card, QStringLiteral("issued"), tr("Certified"),
                text::colombianDateTime(m_act->certificate->issuedUtc));
        addFact(theme(), card, QStringLiteral("says"), tr("The entity says"), text::neutral(m_act->certificate->text));
    } else {
        addLine(theme(), card, QStringLiteral("none"),
                tr("The entity has not certified the access yet. Its certificate comes here by itself; meanwhile your "
                   "operator's record "
                   "of the opening proves it."),
                Role::TextMuted);
    }
    column->addWidget(card);
}

void ActPage::fillProof(QVBoxLayout *column)
{
    const ProofState proof = m_act->entry.proof;
    Card *card = section(theme(), QStringLiteral("act.proof"), tr("Evidence"), m_body);
    addMark(theme(), card, QStringLiteral("verdict"),
            proof == ProofState::Good     ? "circle-check"
            : proof == ProofState::Broken ? "triangle-alert"
                                          : "info",
            proof == ProofState::Good     ? Role::Success
            : proof == ProofState::Broken ? Role::Danger
                                          : Role::Info,
            text::proofWords(proof));
    if (proof == ProofState::Broken)
        addLine(theme(), card, QStringLiteral("why"),
                tr("Do not rely on it: what does not fit is named in the evidence. It is kept as it came."));
    else if (proof != ProofState::NotYet)
        addLine(theme(), card, QStringLiteral("why"),
                tr("It proves what was delivered, when you opened it, and that no access was recorded before. It is "
                   "kept with the notification and can be checked without a network."),
                Role::TextMuted);
    auto *bar = new QWidget(card);
    new FlowLayout(bar, space::s);
    addButton(theme(), bar, QStringLiteral("act.evidence"), "scroll-text", tr("See the evidence"), this, [this] {
        host().open(QStringLiteral("evidence"), {{QStringLiteral("id"), m_id}});
    });
    card->column()->addWidget(bar);
    column->addWidget(card);
}

void ActPage::keep(int number)
{
    const QString note = tr("Came with the notification “%1” of %2, opened %3.")
                             .arg(text::neutral(m_act->entry.title), text::neutral(m_act->entry.entityName),
                                  text::colombianDateTimeAtEnd(m_act->entry.accessedUtc));
    session()
        .documents()
        .notifications()
        .keepDocument(m_id, number, note)
        .then(this, [this](const Result<AddedDocument> &kept) {
            if (!kept) {
                host().showError(kept.error());
                return;
            }
            const QString name = text::neutral(kept.value().name);
            const bool before = kept.value().sameAsId == kept.value().id;
            host().say(before ? tr("It was in Documents already: %1").arg(name) : tr("Kept in Documents: %1").arg(name),
                       tr("See it"), [this, id = kept.value().id.text()] {
                           host().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id}});
                       });
        });
}

void ActPage::saveAs(int number)
{
    auto *dialog = new QFileDialog(this, tr("Save it elsewhere"));
    dialog->setObjectName(QStringLiteral("act.saveDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // The entity's name, as a file may be called.
    const QString name = NameRules().fitted(text::neutral(m_act->documents.at(number).name));
    dialog->selectFile(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = m_id, number, name,
                                                       entity = m_act->entry.entityName](const QString &path) {
        const auto bytes = session().documents().notifications().document(id, number);
        if (!bytes) {
            host().showError(bytes.error());
            return;
        }
        QSaveFile file(path);
        const bool whole = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           file.write(bytes.value()) == bytes.value().size() && file.commit();
        if (whole) {
            host().say(tr("Saved: %1").arg(path));
            session().documents().activity().tell(QStringLiteral("notification.saved"), id, name, entity);
        } else
            host().showError(Error{carriel::errors::fileWrite,
                                   {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}},
                                   {}});
    });
    dialog->open();
}

void ActPage::follow(const ActActionInfo &action)
{
    openAddress(QUrl(action.url, QUrl::StrictMode));
    host().say(
        tr("Your browser opens %1. What you do there is between you and the entity.").arg(QUrl(action.url).host()));
}

} // namespace carriel::ui
