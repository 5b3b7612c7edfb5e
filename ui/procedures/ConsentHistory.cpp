// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/procedures/ConsentHistory.h"

#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/Card.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

ConsentHistory::ConsentHistory(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("procedure.history"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::m);
}

void ConsentHistory::clear()
{
    m_shown.clear();
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // a button of it may be what was pressed
        }
        delete item;
    }
}

void ConsentHistory::show(const QList<ConsentInfo> &consents)
{
    QStringList shows;
    for (const ConsentInfo &one : consents)
        shows << QString(one.id + one.state);
    if (shows == m_shown)
        return;
    clear();
    m_shown = shows;
    setVisible(!consents.isEmpty());
    if (consents.isEmpty())
        return;
    auto *title = m_context.theme.label(tr("History"), TypeRole::Title, this);
    title->setObjectName(QStringLiteral("procedure.historyTitle"));
    m_column->addWidget(title);
    int number = 0;
    for (const ConsentInfo &one : consents)
        m_column->addWidget(card(one, number++));
}

QWidget *ConsentHistory::card(const ConsentInfo &consent, int number)
{
    const Theme &theme = m_context.theme;
    const QString name = QStringLiteral("procedure.consent%1").arg(number);
    auto *card = new Card(theme, name, this);
    card->column()->setSpacing(space::s);
    const QString given = tr("You agreed on %1").arg(text::colombianDateTime(consent.givenUtc));
    const auto say = [&](const QString &words, const char *part, TypeRole type, Role role) {
        auto *label = theme.label(words, type, card, role);
        label->setObjectName(QString(name + QLatin1String(part)));
        card->column()->addWidget(label);
    };
    say(given, ".given", TypeRole::Strong, Role::Text);
    say(consent.withdrawnUtc.isValid() ? tr("You took it back on %1").arg(text::colombianDateTime(consent.withdrawnUtc))
        : consent.state == QLatin1String("active") ? tr("It is in force.")
                                                   : tr("It is not in force any more."),
        ".ended", TypeRole::Body, Role::Text);
    card->column()->addWidget(proofLine(consent, name, card));
    QWidget *words = textPart(consent, name, card);
    words->hide();
    card->column()->addWidget(words);

    auto *bar = new QWidget(card);
    auto *row = new FlowLayout(bar, space::s);
    const auto button = [&](const char *icon, const QString &label, const char *part) {
        auto *made = new QPushButton(theme.icon(QString::fromLatin1(icon)), label, bar);
        made->setObjectName(QString(name + QLatin1String(part)));
        made->setAccessibleName(QString(label + QLatin1String(": ") + given));
        row->addWidget(made);
        return made;
    };
    auto *read = button("file-text", tr("See what you agreed to"), ".read");
    connect(read, &QPushButton::clicked, words, [words, read] {
        words->setVisible(words->isHidden());
        read->setText(words->isHidden() ? tr("See what you agreed to") : tr("Hide the text"));
    });
    connect(button("download", tr("Keep the proof as a file…"), ".save"), &QPushButton::clicked, this,
            [this, consent] { save(consent); });
    card->column()->addWidget(bar);
    return card;
}

QWidget *ConsentHistory::proofLine(const ConsentInfo &consent, const QString &name, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    auto *icon = new QLabel(line);
    icon->setObjectName(QString(name + QLatin1String(".proofIcon")));
    icon->setFixedSize(space::icon, space::icon);
    auto *words = m_context.theme.label(tr("Its proof is being checked…"), TypeRole::Body, line, Role::TextMuted);
    words->setObjectName(QString(name + QLatin1String(".proof")));
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    m_context.session.documents()
        .notifications()
        .checkConsent(consent.id)
        .then(line, [this, icon, words](const Result<ConsentCheck> &check) {
            const auto tell = [&](const char *mark, Role role, const QString &text) {
                const auto draw = [this, icon, name = QString::fromLatin1(mark), role] {
                    icon->setPixmap(
                        m_context.theme.icon(name, role).pixmap(QSize(space::icon, space::icon), devicePixelRatioF()));
                };
                draw();
                connect(&m_context.theme, &Theme::changed, icon, draw);
                words->setText(text);
            };
            if (!check)
                return tell("circle-help", Role::TextMuted, tr("Its proof cannot be read."));
            switch (check.value().proof) {
            case ProofState::Good:
                return tell("shield-check", Role::Success,
                            tr("The proof is whole: signed by the computer where you agreed, and by your operator."));
            case ProofState::Unanchored:
            case ProofState::NotYet:
                return tell("circle-help", Role::TextMuted,
                            tr("Nothing speaks against the proof, but this computer does not know yet who signs for "
                               "your operator."));
            case ProofState::Broken:
                return tell("shield-alert", Role::Danger,
                            tr("The proof does not hold (%1). Keep it as a file and ask your operator what happened.")
                                .arg(check.value().defects.join(QStringLiteral(", "))));
            }
        });
    return line;
}

QWidget *ConsentHistory::textPart(const ConsentInfo &consent, const QString &name, QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, space::s, 0, space::s);
    column->setSpacing(space::s);
    const auto add = [&](const QString &words, TypeRole type, Role role, const char *at) {
        auto *label = m_context.theme.label(words, type, part, role);
        label->setObjectName(QString(name + QLatin1String(at)));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    };
    add(consent.text, TypeRole::Body, Role::Text, ".text");
    add(tr("SHA-256 of the text: %1").arg(
        QString::fromLatin1(QByteArray::fromBase64(consent.textDigest, QByteArray::Base64UrlEncoding).toHex())), TypeRole::Small, Role::TextMuted,
        ".digest");
    return part;
}

void ConsentHistory::save(const ConsentInfo &consent)
{
    auto *dialog = new QFileDialog(this, tr("Keep the proof of your consent"));
    dialog->setObjectName(QStringLiteral("procedure.saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Proof (*.zip)"));
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    dialog->selectFile(tr("consent-%1-%2.zip")
                           .arg(text::neutral(consent.procedureId).replace(QLatin1Char('/'), QLatin1Char('_')),
                                text::colombianDate(consent.givenUtc).toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = consent.id](const QString &path) {
        m_context.session.documents().notifications().exportConsent(id, path).then(
            this, [this, path](const Outcome &done) {
                if (!done)
                    return m_context.host.showError(done.error());
                m_context.host.say(tr("The proof was kept in %1").arg(path));
            });
    });
    dialog->open();
}

} // namespace carriel::ui
