// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Asking whoever read a share to erase the copies, and the answer of who is asked. Asking is not erasing, and it is said.
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/shares/ActBar.h"
#include "ui/shares/SharesPage.h"
#include "ui/text/ShareWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/Card.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {
constexpr int mostWhy = 500; // characters
}

void SharesPage::addErasure(Card *card, const ShareInfo &one)
{
    if (!one.waiting.isEmpty())
        return;
    if (one.asksErasure())
        return answerErasure(card, one);
    if (one.mayAskErasure())
        askForErasure(card, one);
}

void SharesPage::askForErasure(Card *card, const ShareInfo &one)
{
    auto *bar = new ActBar(card);
    const auto button = [&](const char *name, const QString &words, auto work) { return bar->add(name, words, this, work); };
    if (m_erasing != one.id) {
        button("eraseBegin", tr("Ask to erase the copies…"), [this, id = one.id] {
            m_erasing = id;
            reload();
            if (auto *ask = m_body->findChild<QPushButton *>(QStringLiteral("share.%1.erase").arg(id)))
                ask->setFocus();
        });
        card->column()->addWidget(bar);
        return;
    }
    auto *why = theme().label(tr("Ask %1 to erase the copies? Asking is not erasing: your operator passes your signed request on, and the answer is the other's word, "
                                 "which nobody can check. A law or a duty may oblige to keep them. It can be asked once.")
                                  .arg(text::shareName(one)),
                              TypeRole::Body, card);
    why->setObjectName(card->objectName() + QLatin1String(".eraseWhy"));
    why->setWordWrap(true);
    why->setTextFormat(Qt::PlainText);
    card->column()->addWidget(why);
    auto *ask = button("erase", tr("Ask to erase the copies"), [this, id = one.id] {
        m_erasing.clear();
        act(Shares(session().documents()).askErasure(id));
    });
    setVariant(ask, Variant::Primary);
    ask->setAccessibleDescription(why->text());
    button("eraseNot", tr("Do not ask"), [this] {
        m_erasing.clear();
        reload();
    });
    card->column()->addWidget(bar);
}

void SharesPage::answerErasure(Card *card, const ShareInfo &one)
{
    auto *note = theme().label(tr("Erase your copies yourself, also those in the trash; this program cannot know where else they are. If you keep them, say why."),
                               TypeRole::Small, card, Role::TextMuted);
    note->setObjectName(card->objectName() + QLatin1String(".eraseNote"));
    note->setWordWrap(true);
    card->column()->addWidget(note);
    auto *reason = new QLineEdit(card);
    reason->setObjectName(card->objectName() + QLatin1String(".keptBecause"));
    reason->setAccessibleName(tr("Why you keep them"));
    reason->setPlaceholderText(tr("Why you keep them"));
    reason->setMaxLength(mostWhy);
    reason->setMinimumHeight(space::target);
    card->column()->addWidget(reason);
    auto *bar = new QWidget(card);
    auto *flow = new FlowLayout(bar, space::s);
    auto *erased = new QPushButton(tr("I erased them"), bar);
    erased->setObjectName(card->objectName() + QLatin1String(".erased"));
    auto *kept = new QPushButton(tr("I keep them"), bar);
    kept->setObjectName(card->objectName() + QLatin1String(".kept"));
    kept->setEnabled(false);
    flow->addWidget(erased);
    flow->addWidget(kept);
    card->column()->addWidget(bar);
    connect(reason, &QLineEdit::textChanged, kept, [kept](const QString &words) { kept->setEnabled(!words.trimmed().isEmpty()); });
    connect(erased, &QPushButton::clicked, this, [this, id = one.id] { act(Shares(session().documents()).answerErasure(id, {})); });
    connect(kept, &QPushButton::clicked, this, [this, id = one.id, reason] { act(Shares(session().documents()).answerErasure(id, reason->text())); });
}

} // namespace carriel::ui
