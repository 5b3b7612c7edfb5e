// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/HowToSign.h"

#include "ui/text/SigningWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Callout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace carriel::ui {

HowToSign::HowToSign(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s); // what belongs to a field stands close to it
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("sign.format"));
    for (SignFormat one : {SignFormat::Choose, SignFormat::Asice, SignFormat::Cades})
        m_format->addItem(text::formatTitle(one), int(one));
    field(column, tr("Where the signature goes"), m_format);
    m_formatWords = theme.label({}, TypeRole::Body, this, Role::TextMuted);
    m_formatWords->setObjectName(QStringLiteral("sign.formatWords"));
    column->addWidget(m_formatWords);
    m_level = new QComboBox(this);
    m_level->setObjectName(QStringLiteral("sign.level"));
    for (SignLevel one : {SignLevel::B, SignLevel::T, SignLevel::LT, SignLevel::LTA})
        m_level->addItem(text::levelTitle(one), int(one));
    field(column, tr("How strong it is"), m_level);
    m_levelWords = theme.label({}, TypeRole::Body, this, Role::TextMuted);
    m_levelWords->setObjectName(QStringLiteral("sign.levelWords"));
    column->addWidget(m_levelWords);
    m_noAuthority = new Callout(theme, QStringLiteral("sign.noAuthority"), this);
    column->addWidget(m_noAuthority);
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("sign.reason"));
    m_place = new QLineEdit(this);
    m_place->setObjectName(QStringLiteral("sign.place"));
    for (QLineEdit *one : {m_reason, m_place})
        one->setMaxLength(200);
    field(column, tr("Reason (may stay empty; everybody can read it)"), m_reason);
    field(column, tr("Place (may stay empty)"), m_place);
    m_version = new QRadioButton(tr("As its newest version; the original stays"), this);
    m_version->setObjectName(QStringLiteral("sign.asVersion"));
    m_separate = new QRadioButton(tr("As a document of its own beside it"), this);
    m_separate->setObjectName(QStringLiteral("sign.asDocument"));
    m_version->setChecked(true);
    column->addSpacing(space::s);
    column->addWidget(m_version);
    column->addWidget(m_separate);
    m_anew = new QCheckBox(tr("Write damaged PDFs anew before signing them"), this);
    m_anew->setObjectName(QStringLiteral("sign.anew"));
    m_anewWords = theme.label(tr("Then no program has to repair them to show them. The pages stay the same, the bytes do not; the original stays as it was. "
                                 "Without it a new table is added behind, and what is damaged stays inside."),
                              TypeRole::Body, this, Role::TextMuted);
    m_anewWords->setObjectName(QStringLiteral("sign.anewWords"));
    column->addWidget(m_anew);
    column->addWidget(m_anewWords);
    // The wheel scrolls the page; it must not change how somebody signs on its way.
    for (QComboBox *box : {m_format, m_level}) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
        connect(box, &QComboBox::currentIndexChanged, this, &HowToSign::changed);
    }
    for (QLineEdit *one : {m_reason, m_place})
        connect(one, &QLineEdit::textChanged, this, &HowToSign::changed);
    connect(m_noAuthority, &Callout::action, this, &HowToSign::authorityWanted);
}

void HowToSign::field(QVBoxLayout *column, const QString &words, QWidget *field)
{
    if (column->count() > 0)
        column->addSpacing(space::s);
    QLabel *label = m_theme.label(words, TypeRole::Body, this);
    label->setObjectName(field->objectName() + QLatin1String(".caption"));
    label->setBuddy(field);
    field->setAccessibleName(words);
    field->setMinimumHeight(space::target);
    column->addWidget(label);
    column->addWidget(field);
}

bool HowToSign::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && (watched == m_format || watched == m_level)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

SignFormat HowToSign::format() const
{
    return SignFormat(m_format->currentData().toInt());
}

SignLevel HowToSign::level() const
{
    return SignLevel(m_level->currentData().toInt());
}

QString HowToSign::reason() const
{
    return m_reason->text().trimmed();
}

QString HowToSign::place() const
{
    return m_place->text().trimmed();
}

bool HowToSign::separate() const
{
    return m_separate->isChecked();
}

bool HowToSign::anew() const
{
    return m_anew->isChecked() && m_anew->isVisibleTo(this);
}

void HowToSign::reset(bool authority)
{
    m_anew->setChecked(false);
    m_reason->clear();
    m_place->clear();
    m_version->setChecked(true);
    m_format->setCurrentIndex(0);
    m_level->setCurrentIndex(authority ? 2 : 0);
}

void HowToSign::follow(bool authority, bool inside, bool damaged)
{
    m_anew->setVisible(inside && damaged);
    m_anewWords->setVisible(inside && damaged);
    m_formatWords->setText(text::formatMeaning(format()));
    m_levelWords->setText(text::levelMeaning(level()));
    if (lacks(authority)) {
        m_noAuthority->say(Callout::Kind::Warning, tr("No timestamp authority is set"),
                           tr("Set the address that your timestamp provider gave you."));
        m_noAuthority->setAction(tr("Set it…"));
    } else {
        m_noAuthority->clear();
    }
    m_version->setVisible(inside);
    m_separate->setVisible(inside);
}

} // namespace carriel::ui
