// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/SignPage.h"

#include "core/services/BoxLines.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/signing/IdentityChooser.h"
#include "ui/signing/PlacePicker.h"
#include "ui/signing/SafeList.h"
#include "ui/signing/WaitingFor.h"
#include "ui/text/SigningWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {
const QString pdf = QStringLiteral("application/pdf");
constexpr int drawnWidth = 840; // device pixels

// A PDF that refuses a signature inside can still be signed in a container.
bool signable(const SafeToSign &one, SignFormat format)
{
    return !one.refused || (one.pdf && format != SignFormat::Choose);
}
} // namespace

SignPage::SignPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_loader(context.session.documents())
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *content = m_scroll = new ContentColumn(QStringLiteral("sign.column"), 84, this);
    whole->addWidget(content);
    QVBoxLayout *column = content->column();
    m_title = theme().label(tr("Sign"), TypeRole::Heading, content);
    m_title->setObjectName(QStringLiteral("sign.title"));
    column->addWidget(m_title);
    m_what = section(QStringLiteral("sign.what"), tr("What you sign, and what to know before"));
    m_safe = new SafeList(context, m_what);
    m_what->column()->addWidget(m_safe);
    Card *who = section(QStringLiteral("sign.with"), tr("With which key"));
    m_identity = new IdentityChooser(context, who);
    who->column()->addWidget(m_identity);
    m_waiting = new WaitingFor(theme(), who);
    who->column()->addWidget(m_waiting);
    m_how = section(QStringLiteral("sign.how"), tr("How"));
    buildHow(m_how);
    m_boxCard = section(QStringLiteral("sign.box"), tr("A visible box on the page"));
    buildBox(m_boxCard);
    for (Card *card : {m_what, who, m_how, m_boxCard})
        column->addWidget(card);
    buildVerb(content);
    connect(m_identity, &IdentityChooser::changed, this, &SignPage::follow);
    connect(&m_loader, &PreviewLoader::pageSize, m_picker, &PlacePicker::setPage); // not all are like the first
    connect(&m_loader, &PreviewLoader::picture, m_picker, &PlacePicker::setPicture);
    connect(&m_loader, &PreviewLoader::none, m_picker, [this] { m_picker->setPicture({}); });
    forget();
}

Card *SignPage::section(const QString &name, const QString &title)
{
    auto *card = new Card(theme(), name, this);
    QLabel *head = theme().label(title, TypeRole::Title, card);
    head->setObjectName(name + QLatin1String(".title"));
    card->column()->addWidget(head);
    return card;
}

void SignPage::buildHow(Card *card)
{
    QVBoxLayout *column = card->column();
    const auto caption = [&](const QString &words, QWidget *field) {
        QLabel *label = theme().label(words, TypeRole::Body, card);
        label->setObjectName(field->objectName() + QLatin1String(".caption"));
        label->setBuddy(field);
        field->setAccessibleName(words);
        column->addWidget(label);
        column->addWidget(field);
    };
    m_format = new QComboBox(card);
    m_format->setObjectName(QStringLiteral("sign.format"));
    m_format->setMinimumHeight(space::target);
    for (SignFormat one : {SignFormat::Choose, SignFormat::Asice, SignFormat::Cades})
        m_format->addItem(text::formatTitle(one), int(one));
    caption(tr("Where the signature goes"), m_format);
    m_formatWords = theme().label({}, TypeRole::Body, card, Role::TextMuted);
    m_formatWords->setObjectName(QStringLiteral("sign.formatWords"));
    column->addWidget(m_formatWords);
    m_level = new QComboBox(card);
    m_level->setObjectName(QStringLiteral("sign.level"));
    m_level->setMinimumHeight(space::target);
    for (SignLevel one : {SignLevel::B, SignLevel::T, SignLevel::LT, SignLevel::LTA})
        m_level->addItem(text::levelTitle(one), int(one));
    caption(tr("How strong it is"), m_level);
    m_levelWords = theme().label({}, TypeRole::Body, card, Role::TextMuted);
    m_levelWords->setObjectName(QStringLiteral("sign.levelWords"));
    column->addWidget(m_levelWords);
    m_noAuthority = new Callout(theme(), QStringLiteral("sign.noAuthority"), card);
    column->addWidget(m_noAuthority);
    m_reason = new QLineEdit(card);
    m_reason->setObjectName(QStringLiteral("sign.reason"));
    m_place = new QLineEdit(card);
    m_place->setObjectName(QStringLiteral("sign.place"));
    for (QLineEdit *field : {m_reason, m_place}) {
        field->setMinimumHeight(space::target);
        field->setMaxLength(200);
    }
    caption(tr("Reason (may stay empty; everybody can read it)"), m_reason);
    caption(tr("Place (may stay empty)"), m_place);
    m_version = new QRadioButton(tr("As its newest version; the original stays"), card);
    m_version->setObjectName(QStringLiteral("sign.asVersion"));
    m_separate = new QRadioButton(tr("As a document of its own beside it"), card);
    m_separate->setObjectName(QStringLiteral("sign.asDocument"));
    m_version->setChecked(true);
    column->addWidget(m_version);
    column->addWidget(m_separate);
    connect(m_format, &QComboBox::currentIndexChanged, this, &SignPage::follow);
    connect(m_level, &QComboBox::currentIndexChanged, this, &SignPage::follow);
    connect(m_reason, &QLineEdit::textChanged, this, &SignPage::follow);
    connect(m_place, &QLineEdit::textChanged, this, &SignPage::follow);
    // The wheel scrolls the page; it must not change how somebody signs on its way.
    for (QComboBox *box : {m_format, m_level}) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }
    connect(m_noAuthority, &Callout::action, this, [this] { host().open(QStringLiteral("trust")); });
}

void SignPage::buildBox(Card *card)
{
    QVBoxLayout *column = card->column();
    m_visible = new QCheckBox(tr("Show a box with my name and the date"), card);
    m_visible->setObjectName(QStringLiteral("sign.visible"));
    column->addWidget(m_visible);
    QLabel *words = theme().label(tr("It is decoration: what proves your signature is inside the file."),
                                  TypeRole::Body, card, Role::TextMuted);
    words->setObjectName(QStringLiteral("sign.visibleWords"));
    column->addWidget(words);
    m_boxes = new QWidget(card);
    auto *box = new QVBoxLayout(m_boxes);
    box->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    QLabel *caption = theme().label(tr("Page"), TypeRole::Body, m_boxes);
    caption->setObjectName(QStringLiteral("sign.page.caption"));
    m_page = new QSpinBox(m_boxes);
    m_page->setObjectName(QStringLiteral("sign.page"));
    m_page->setAccessibleName(tr("Page"));
    m_page->setMinimumHeight(space::target);
    m_page->setRange(1, 1);
    caption->setBuddy(m_page);
    row->addWidget(caption);
    row->addWidget(m_page);
    row->addStretch(1);
    box->addLayout(row);
    QLabel *how =
        theme().label(tr("Drag the box, or move it with the arrow keys and change its size with Shift and the arrows."),
                      TypeRole::Small, m_boxes, Role::TextMuted);
    how->setObjectName(QStringLiteral("sign.boxHow"));
    box->addWidget(how);
    m_picker = new PlacePicker(theme(), m_boxes);
    box->addWidget(m_picker);
    m_where = theme().label({}, TypeRole::Small, m_boxes, Role::TextMuted);
    m_where->setObjectName(QStringLiteral("sign.where"));
    box->addWidget(m_where);
    column->addWidget(m_boxes);
    m_boxes->hide();
    connect(m_visible, &QCheckBox::toggled, this, [this](bool on) {
        m_boxes->setVisible(on);
        if (on)
            loadPage();
    });
    connect(m_page, &QSpinBox::valueChanged, this, &SignPage::loadPage);
    connect(m_picker, &PlacePicker::moved, this, [this] { m_where->setText(m_picker->words()); });
    m_where->setText(m_picker->words());
}

void SignPage::buildVerb(ContentColumn *content)
{
    m_outcome = theme().label({}, TypeRole::Body, content);
    m_outcome->setObjectName(QStringLiteral("sign.outcome"));
    content->column()->addWidget(m_outcome);
    auto *row = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), content);
    cancel->setObjectName(QStringLiteral("sign.cancel"));
    m_verb = new QPushButton(content);
    m_verb->setObjectName(QStringLiteral("sign.verb"));
    setVariant(m_verb, Variant::Primary);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_verb);
    content->column()->addLayout(row);
    content->column()->addStretch(1);
    connect(cancel, &QPushButton::clicked, this, [this] {
        forget();
        host().open(QStringLiteral("documents"));
    });
    connect(m_verb, &QPushButton::clicked, this, &SignPage::sign);
}

void SignPage::enter(const QVariantMap &args)
{
    const QStringList ids = args.value(QStringLiteral("ids")).toStringList();
    const QStringList resume = args.value(QStringLiteral("resume")).toStringList();
    if (ids.isEmpty() && resume.isEmpty())
        return follow(); // as it was left; the authority may have been set meanwhile
    reset();             // the key stays open some minutes after its last use
    m_identity->enter();
    m_scroll->verticalScrollBar()->setValue(0);
    m_resume = resume;
    for (Card *card : {m_what, m_how, m_boxCard})
        card->setVisible(resume.isEmpty());
    if (!resume.isEmpty()) {
        m_title->setText(tr("Go on signing"));
        m_waiting->setJobs(session().documents().signing(), resume);
        return follow();
    }
    QList<ItemId> documents;
    for (const QString &id : ids)
        documents << ItemId(id);
    inspect(documents);
}

void SignPage::inspect(const QList<ItemId> &ids)
{
    QList<ItemId> documents;
    for (const DocumentRow &row : session().documents().rows(ids)) {
        if (row.type == ItemType::Document)
            documents << row.id;
    }
    m_safe->showWords(documents.isEmpty() ? tr("A folder cannot be signed. Choose documents in Documents.")
                                          : tr("Looking at what you sign…"));
    m_title->setText(tr("Sign %n document(s)", nullptr, int(documents.size())));
    if (documents.isEmpty())
        return follow();
    session().documents().signing().inspect(documents).then(
        this, [this, turn = m_turn](const Result<QList<SafeToSign>> &seen) {
            if (turn != m_turn)
                return;
            if (!seen.ok())
                return host().showError(seen.error());
            m_documents = seen.value();
            m_safe->show(m_documents);
            if (!m_identity->identity()) // what is signed is read from its beginning, however long it became
                QTimer::singleShot(0, m_scroll, [this] { m_scroll->verticalScrollBar()->setValue(0); });
            const SafeToSign &first = m_documents.first();
            m_page->setMaximum(qMax(1, first.pages));
            m_picker->setPage(first.firstPage);
            if (m_visible->isChecked())
                loadPage();
            follow();
        });
}

void SignPage::forget()
{
    m_identity->forget();
    reset();
}

void SignPage::reset()
{
    ++m_turn;
    m_documents.clear();
    m_resume.clear();
    m_waiting->clear();
    m_loader.cancel();
    m_title->setText(tr("Sign"));
    m_safe->showWords(tr("Choose what you want to sign in Documents, and then Sign."));
    m_reason->clear();
    m_place->clear();
    m_visible->setChecked(false);
    m_picker->setPicture({});
    m_page->setRange(1, 1);
    m_version->setChecked(true);
    m_format->setCurrentIndex(0);
    m_level->setCurrentIndex(session().documents().signing().timestampAuthority().isEmpty() ? 0 : 2);
    follow();
}

void SignPage::focusContent()
{
    m_identity->setFocus();
}

// The wheel over a list scrolls the page.
bool SignPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && (watched == m_format || watched == m_level)) {
        event->ignore();
        return true;
    }
    return Page::eventFilter(watched, event);
}

SignFormat SignPage::format() const
{
    return SignFormat(m_format->currentData().toInt());
}

SignLevel SignPage::level() const
{
    return SignLevel(m_level->currentData().toInt());
}

void SignPage::loadPage()
{
    if (!m_documents.isEmpty())
        m_loader.load(session().documents().open(m_documents.first().document), pdf, drawnWidth, m_page->value());
}

void SignPage::follow()
{
    m_levelWords->setText(text::levelMeaning(level()));
    const bool authority = !session().documents().signing().timestampAuthority().isEmpty();
    const bool lacks = level() != SignLevel::B && !authority;
    if (lacks) {
        m_noAuthority->say(Callout::Kind::Warning, tr("No timestamp authority is set"),
                           tr("Set the address that your timestamp provider gave you."));
        m_noAuthority->setAction(tr("Set it…"));
    } else {
        m_noAuthority->clear();
    }
    m_formatWords->setText(text::formatMeaning(format()));
    int count = 0, inside = 0;
    for (const SafeToSign &one : std::as_const(m_documents)) {
        count += signable(one, format()) ? 1 : 0;
        inside += one.pdf && format() == SignFormat::Choose ? 1 : 0;
    }
    // What stands in a container or beside is always a document of its own, and has no page to show a box on.
    m_version->setVisible(inside > 0);
    m_separate->setVisible(inside > 0);
    m_boxCard->setVisible(m_resume.isEmpty() && inside > 0);
    const auto identity = m_identity->identity();
    m_waiting->show(identity);
    m_verb->setEnabled(identity &&
                       (m_resume.isEmpty() ? count > 0 && !lacks : !m_waiting->fitting(identity).isEmpty()));
    m_picker->setLines(identity
                           ? boxLines(identity->certificate.name, m_reason->text().trimmed(), m_place->text().trimmed())
                           : QStringList());
    m_verb->setText(m_resume.isEmpty() ? tr("Sign %n document(s)", nullptr, count) : tr("Sign what waits"));
    m_outcome->setText(m_resume.isEmpty()
                           ? tr("The original stays byte for byte. A signature binds you as one on paper does.")
                           : tr("What was chosen then is signed with the key you open now, if it is the same."));
}

void SignPage::sign()
{
    const auto identity = m_identity->identity();
    if (!identity)
        return;
    m_identity->used();
    Signing &signing = session().documents().signing();
    if (!m_resume.isEmpty()) {
        signing.resume(m_waiting->fitting(identity), identity->handle).then(this, [this](const Outcome &begun) {
            begun.ok() ? host().open(QStringLiteral("signatures")) : host().showError(begun.error());
        });
        return;
    }
    SignRequest request;
    for (const SafeToSign &one : std::as_const(m_documents)) {
        if (signable(one, format()))
            request.documents << one.document;
    }
    request.identity = identity->handle;
    request.certificate = identity->certificate.sha256;
    request.signer = identity->certificate.name;
    request.format = format();
    request.level = level();
    request.timestampAuthority = signing.timestampAuthority();
    request.reason = m_reason->text().trimmed();
    request.place = m_place->text().trimmed();
    request.separate = m_separate->isChecked();
    if (m_visible->isChecked())
        request.box = SignBox{m_page->value(), m_picker->place()};
    m_verb->setEnabled(false);
    signing.sign(std::move(request)).then(this, [this](const Result<QStringList> &begun) {
        follow();
        begun.ok() ? host().open(QStringLiteral("signatures")) : host().showError(begun.error());
    });
}

} // namespace carriel::ui
