// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shares/SharePage.h"

#include "core/domain/TypedPerson.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/shares/ShareErrors.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/OneStop.h"
#include "ui/text/ShareWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace carriel::ui {
namespace {

constexpr int mostNamed = 12;
constexpr std::chrono::seconds silence{8}; // after so long the person is told that the operator does not answer

} // namespace

SharePage::SharePage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    m_content = new ContentColumn(QStringLiteral("share.content"), 80, this);
    auto *column = m_content->column();
    column->setSpacing(space::s);
    const auto label = [&](const char *name, const QString &words, TypeRole type, Role role = Role::Text) {
        QLabel *made = theme().label(words, type, this, role);
        made->setObjectName(QLatin1String(name));
        made->setWordWrap(true);
        made->setTextFormat(Qt::PlainText);
        column->addWidget(made);
        return made;
    };
    const auto field = [&](const char *name, QWidget *made, const QString &words) {
        QLabel *caption = label(QByteArray(name).append("Caption").constData(), words, TypeRole::Strong);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(words);
        made->setMinimumHeight(space::target);
        caption->setBuddy(made);
        column->addWidget(made);
    };
    column->addWidget(buildHead());
    m_callout = new Callout(theme(), QStringLiteral("share.callout"), this);
    column->addWidget(m_callout);
    m_what = label("share.what", {}, TypeRole::Body);
    m_honest = label("share.honest", {}, TypeRole::Body, Role::TextMuted);
    m_link = new QCheckBox(tr("By link, for somebody without a folder"), this);
    m_link->setObjectName(QStringLiteral("share.link"));
    m_link->setMinimumHeight(space::target);
    column->addWidget(m_link);
    m_linkWhy = label("share.linkWhy", tr("Whoever has the link and its code reads it, and who that was cannot be known."), TypeRole::Small, Role::TextMuted);
    m_number = new QLineEdit(this);
    m_number->setPlaceholderText(tr("CC 52000111, NIT 901234567 …"));
    field("share.number", m_number, tr("Number of the person, company or entity"));
    m_find = new QPushButton(theme().icon(QStringLiteral("search")), tr("Find"), this);
    m_find->setObjectName(QStringLiteral("share.find"));
    column->addWidget(buildSearch());
    column->addWidget(buildAnswer());
    m_key = label("share.key", {}, TypeRole::Body);
    m_code = label("share.code", {}, TypeRole::Title);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_compared = new QPushButton(tr("We read the same code"), this);
    m_compared->setObjectName(QStringLiteral("share.compared"));
    column->addWidget(m_compared, 0, Qt::AlignLeft);
    m_purpose = new QLineEdit(this);
    m_purpose->setMaxLength(500);
    field("share.purpose", m_purpose, tr("What for"));
    m_message = new QPlainTextEdit(this);
    m_message->setTabChangesFocus(true);
    m_message->setFixedHeight(QFontMetrics(font()).height() * 4 + space::m);
    field("share.message", m_message, tr("A message, if you like"));
    m_until = new QComboBox(this);
    for (const auto &[words, days] : {std::pair{tr("A day"), 1}, {tr("A week"), 7}, {tr("A month"), 30}, {tr("Three months"), 90}, {tr("A year"), 365}})
        m_until->addItem(words, days);
    field("share.until", m_until, tr("For how long"));
    m_follow = new QCheckBox(tr("Always the newest version"), this);
    m_follow->setObjectName(QStringLiteral("share.follow"));
    m_follow->setMinimumHeight(space::target);
    column->addWidget(m_follow);
    m_followWhy = label("share.followWhy", tr("Otherwise the version of now is read, also when you change the document later."), TypeRole::Small, Role::TextMuted);
    m_before = label("share.before", {}, TypeRole::Strong, Role::Warning);
    m_sum = label("share.sum", {}, TypeRole::Strong);
    m_share = new QPushButton(theme().icon(QStringLiteral("share-2"), Role::OnPrimary), tr("Share"), this);
    m_share->setObjectName(QStringLiteral("share.share"));
    setVariant(m_share, Variant::Primary);
    column->addWidget(m_share, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    connect(m_number, &QLineEdit::textChanged, this, [this] {
        m_found.reset();
        answer(QString());
        look();
    });
    connect(m_number, &QLineEdit::returnPressed, this, &SharePage::find);
    connect(m_find, &QPushButton::clicked, this, &SharePage::find);
    m_silent = new QTimer(this);
    m_silent->setSingleShot(true);
    connect(m_silent, &QTimer::timeout, this, [this] {
        answer(QString());
        m_hint->hide();
        m_answer->say(Callout::Kind::Warning, tr("Your operator does not answer."), tr("It is still waited for. Whose number it is cannot be seen until it does, and nothing is shared."));
    });
    connect(m_compared, &QPushButton::clicked, this, &SharePage::agree);
    connect(m_link, &QCheckBox::toggled, this, &SharePage::look);
    connect(m_purpose, &QLineEdit::textChanged, this, &SharePage::look);
    connect(m_until, &QComboBox::currentIndexChanged, this, &SharePage::look);
    connect(m_share, &QPushButton::clicked, this, &SharePage::share);
    forget();
}

QWidget *SharePage::buildSearch()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_number, 1);
    row->addWidget(m_find);
    setTabOrder(m_number, m_find);
    return bar;
}

// Room for what the search answers is kept from the start: nothing that can be pressed moves away from under the hand.
QWidget *SharePage::buildAnswer()
{
    m_room = new QWidget(this);
    QWidget *room = m_room;
    auto *rows = new QVBoxLayout(room);
    rows->setContentsMargins(0, 0, 0, 0);
    m_answer = new Callout(theme(), QStringLiteral("share.answer"), room);
    m_who = theme().label({}, TypeRole::Strong, room);
    m_who->setObjectName(QStringLiteral("share.who"));
    m_hint = theme().label(tr("The number is looked for as it is, in your operator's directory. Nothing is shared by looking."), TypeRole::Small, room,
                           Role::TextMuted);
    m_hint->setObjectName(QStringLiteral("share.hint"));
    for (QLabel *one : {m_who, m_hint}) {
        one->setWordWrap(true);
        one->setTextFormat(Qt::PlainText);
    }
    for (QWidget *one : {static_cast<QWidget *>(m_answer), static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_hint)})
        rows->addWidget(one);
    rows->addStretch(1);
    return room;
}

void SharePage::answer(const QString &who)
{
    m_room->setMinimumHeight(fontMetrics().lineSpacing() * 6 + 2 * space::m); // as large as letters are now
    m_answer->clear();
    m_who->setText(who);
    m_who->setVisible(!who.isEmpty());
    m_hint->setVisible(who.isEmpty());
}

void SharePage::answer(const Error &error)
{
    answer(QString());
    m_answer->say(error);
    m_hint->hide();
    m_number->setFocus(); // to be looked at again, and never a box that would share with anybody
    m_number->selectAll();
}

QWidget *SharePage::buildHead()
{
    auto *head = new PageHead(theme(), QStringLiteral("share"), tr("Share documents"), this);
    head->addBack(tr("Back to the documents; nothing is shared (Esc)"), [this] {
        QVariantMap args;
        if (!m_documents.isEmpty())
            args.insert(QStringLiteral("reveal"), m_documents.first().item.text());
        host().open(QStringLiteral("documents"), args);
    });
    return head;
}

void SharePage::enter(const QVariantMap &args)
{
    forget();
    QList<ItemId> items;
    for (const QString &id : args.value(QStringLiteral("ids")).toStringList())
        items.append(ItemId(id));
    const auto what = Shares(session().documents()).what(items, session().documents());
    if (!what) {
        m_callout->say(what.error());
        return look();
    }
    m_documents = what.value();
    QStringList names;
    for (const ShareDocument &one : m_documents.mid(0, mostNamed))
        names += QStringLiteral("• %1 (%2)").arg(text::neutral(one.name), text::size(one.size));
    if (m_documents.size() > mostNamed)
        names += tr("and %n more", nullptr, int(m_documents.size()) - mostNamed);
    m_what->setText(names.join(QLatin1Char('\n')));
    look();
    m_number->setFocus();
}

void SharePage::forget()
{
    m_silent->stop();
    m_documents.clear();
    m_found.reset();
    m_callout->clear();
    m_what->clear();
    m_number->clear();
    answer(QString());
    m_link->setChecked(false);
    m_purpose->clear();
    m_message->clear();
    m_follow->setChecked(false);
    m_until->setCurrentIndex(1);
    look();
}

void SharePage::focusContent()
{
    m_number->setFocus();
}

void SharePage::look()
{
    const bool link = m_link->isChecked();
    m_number->setEnabled(!link);
    m_find->setEnabled(!link && !m_number->text().trimmed().isEmpty());
    lookAtKey();
    const bool reaches = link || (m_found && !(isSealed() && m_found->keyTrouble()));
    const bool ready = !m_documents.isEmpty() && reaches && !m_purpose->text().trimmed().isEmpty();
    m_share->setEnabled(ready);
    // What is decided, in one sentence, beside the button that decides it.
    const QString who = link ? tr("Whoever has the link and its code") : m_found ? text::neutral(m_found->name) : QString();
    m_sum->setText(ready ? text::oneStop(tr("%1 may read %n document(s) until %2.", nullptr, int(m_documents.size())).arg(who, text::dateLong(lastDay())))
                         : QString());
    m_sum->setVisible(ready);
    // The same document to the same person once more is told before, and never a surprise.
    const bool again = m_found && !link && m_sharedUtc.isValid();
    m_before->setVisible(again);
    m_before->setText(again ? tr("You share one of these with %1 already, since %2. Once more?").arg(text::neutral(m_found->name), text::colombianDateTime(m_sharedUtc))
                            : QString());
    m_share->setText(again ? tr("Share once more") : tr("Share"));
}

// What is sealed goes end to end to one person: whose key it is stands here, and what confirms it.
void SharePage::lookAtKey()
{
    const bool sealed = isSealed();
    m_honest->setText(sealed ? tr("End to end: your operator passes on what it cannot open, and is not told what these documents are nor what for. "
                                  "Whoever has opened a document keeps it.")
                             : tr("Your operator holds these documents in clear and can read them: this is not end to end. Whoever has opened a document "
                                  "keeps it."));
    for (QWidget *open : {static_cast<QWidget *>(m_link), static_cast<QWidget *>(m_linkWhy), static_cast<QWidget *>(m_follow), static_cast<QWidget *>(m_followWhy)})
        open->setVisible(!sealed);
    const bool asks = sealed && m_found;
    const auto trouble = asks ? m_found->keyTrouble() : std::nullopt;
    m_key->setVisible(asks);
    m_key->setText(!asks                                   ? QString()
                   : m_found->kind != QLatin1String("person") ? tr("Sealed documents are shared with persons and companies that have a folder, not with entities: "
                                                                   "an entity reads at your operator.")
                                                              : text::shareKeyStanding(*m_found));
    const bool offers = trouble && !m_found->key.code.isEmpty() && m_found->key.standing != QLatin1String("false");
    m_code->setVisible(asks && !m_found->key.code.isEmpty() && m_found->key.standing != QLatin1String("false"));
    m_code->setText(asks ? m_found->key.code : QString());
    m_code->setAccessibleName(tr("Code of your key and the other's: %1").arg(m_code->text()));
    m_compared->setVisible(offers);
}

void SharePage::agree()
{
    if (!m_found)
        return;
    m_compared->setEnabled(false);
    Shares(session().documents()).agree(m_found->id, m_found->key.kid).then(this, [this](const Outcome &agreed) {
        m_compared->setEnabled(true);
        if (!agreed)
            return m_callout->say(agreed.error());
        if (m_found)
            m_found->key.standing = QStringLiteral("known");
        look();
        m_purpose->setFocus();
    });
}

// The share lasts until the end of this day.
QDate SharePage::lastDay() const
{
    return text::colombianToday().addDays(m_until->currentData().toInt());
}

void SharePage::find()
{
    const TypedPerson typed = readTypedPerson(m_number->text());
    if (!typed.person)
        return answer(Error{typed.wrongDigit ? shares::errors::wrongDigit : shares::errors::noNumber,
                                    {{QStringLiteral("text"), m_number->text().trimmed()}},
                                    {}});
    if (*typed.person == session().account().holder)
        return answer(Error{shares::errors::ownNumber, {}, {}});
    const QString person = typed.person->text();
    m_number->setFocus(); // the button goes out, and its focus would go on to the next that can be pressed
    m_find->setEnabled(false);
    m_callout->clear();
    m_find->setText(tr("Looking…"));
    m_silent->start(silence);
    Shares(session().documents()).find(person).then(this, [this, person](const Result<ShareRecipient> &found) {
        m_silent->stop();
        m_find->setText(tr("Find"));
        if (const TypedPerson now = readTypedPerson(m_number->text()); !now.person || now.person->text() != person)
            return look(); // another number was typed meanwhile
        if (!found) {
            answer(found.error());
            return look();
        }
        m_callout->clear();
        m_found = found.value();
        const QList<ShareInfo> before = Shares(session().documents()).likewise(m_found->id, m_documents);
        m_sharedUtc = before.isEmpty() ? QDateTime() : before.first().madeUtc;
        answer(tr("Found: %1 – if this is another person, look at the number again").arg(text::neutral(m_found->name)));
        look();
        m_purpose->setFocus(); // what comes next, and never the box that would share with anybody
    });
}

void SharePage::share()
{
    ShareOrder order;
    if (!m_link->isChecked() && m_found) {
        order.to = m_found->id;
        order.toName = m_found->name;
    }
    order.documents = m_documents;
    order.kid = m_found ? m_found->key.kid : QByteArray();
    order.purpose = m_purpose->text().trimmed();
    order.message = m_message->toPlainText().trimmed().left(2000);
    order.expiresUtc = QDateTime(lastDay(), QTime(23, 59, 59), Qt::OffsetFromUTC, text::colombianOffset).toUTC();
    order.follow = m_follow->isChecked();
    m_share->setEnabled(false);
    Shares(session().documents()).share(order).then(this, [this](const Result<ShareInfo> &made) {
        if (!made) {
            m_callout->say(made.error());
            return look();
        }
        host().open(QStringLiteral("shares"), {{QStringLiteral("id"), made.value().id}});
    });
}

} // namespace carriel::ui
