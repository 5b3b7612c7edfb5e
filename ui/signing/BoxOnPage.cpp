// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/BoxOnPage.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/signing/PlacePicker.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Callout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {
constexpr int drawnWidth = 840; // device pixels
constexpr int restMs = 120;
} // namespace

BoxOnPage::BoxOnPage(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_documents(context.session.documents()), m_loader(m_documents)
{
    const Theme &theme = context.theme;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_visible = new QCheckBox(tr("Show a box with my name and the date"), this);
    m_visible->setObjectName(QStringLiteral("sign.visible"));
    column->addWidget(m_visible);
    QLabel *words = theme.label(tr("It is decoration: what proves your signature is inside the file."), TypeRole::Body,
                                this, Role::TextMuted);
    words->setObjectName(QStringLiteral("sign.visibleWords"));
    column->addWidget(words);
    m_inner = new QWidget(this);
    auto *inner = new QVBoxLayout(m_inner);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::m);
    auto *row = new QHBoxLayout;
    QLabel *caption = theme.label(tr("Page"), TypeRole::Body, m_inner);
    caption->setObjectName(QStringLiteral("sign.page.caption"));
    m_page = new QSpinBox(m_inner);
    m_page->setObjectName(QStringLiteral("sign.page"));
    m_page->setAccessibleName(tr("Page"));
    m_page->setMinimumHeight(space::target);
    m_page->setRange(1, 1);
    caption->setBuddy(m_page);
    row->addWidget(caption);
    row->addWidget(m_page);
    row->addStretch(1);
    inner->addLayout(row);
    QLabel *how =
        theme.label(tr("Drag the box, or move it with the arrow keys and change its size with Shift and the arrows."),
                    TypeRole::Small, m_inner, Role::TextMuted);
    how->setObjectName(QStringLiteral("sign.boxHow"));
    inner->addWidget(how);
    m_picker = new PlacePicker(theme, m_inner);
    inner->addWidget(m_picker);
    m_where = theme.label(m_picker->words(), TypeRole::Small, m_inner, Role::TextMuted);
    m_where->setObjectName(QStringLiteral("sign.where"));
    inner->addWidget(m_where);
    m_warning = new Callout(theme, QStringLiteral("sign.boxOver"), m_inner);
    inner->addWidget(m_warning);
    column->addWidget(m_inner);
    m_inner->hide();
    connect(m_visible, &QCheckBox::toggled, this, [this](bool on) {
        m_inner->setVisible(on);
        loadPage();
        show(BoxOver::Nothing);
        m_rest.start();
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &BoxOnPage::ask);
    connect(m_page, &QSpinBox::valueChanged, this, [this] {
        loadPage();
        m_proposed = 0;
        m_rest.start();
    });
    connect(m_picker, &PlacePicker::moved, this, [this] {
        m_where->setText(m_picker->words());
        m_placed |= !m_proposing;
        m_rest.start();
    });
    connect(&m_loader, &PreviewLoader::pageSize, this, [this](const QSizeF &page) { // not all are like the first
        m_proposing = true;
        m_picker->setPage(page);
        m_proposing = false;
    });
    connect(&m_loader, &PreviewLoader::picture, m_picker, &PlacePicker::setPicture);
    connect(&m_loader, &PreviewLoader::none, m_picker, [this] { m_picker->setPicture({}); });
}

void BoxOnPage::reset()
{
    m_loader.cancel();
    m_loader.setPassword({});
    m_document = {};
    show(BoxOver::Nothing);
    m_visible->setChecked(false);
    m_picker->setPicture({});
    m_page->setRange(1, 1);
}

void BoxOnPage::setDocument(const SafeToSign &document)
{
    m_document = document.document;
    m_loader.setPassword(document.password);
    m_page->setMaximum(qMax(1, document.pages));
    m_proposing = true; // the page moves it, not the person
    m_picker->setPage(document.firstPage);
    m_proposing = false;
    m_placed = false;
    m_proposed = 0;
    loadPage();
    m_rest.start();
}

void BoxOnPage::ask()
{
    const auto place = box();
    if (!place || m_document.isEmpty())
        return;
    m_documents.signing().boxOver(m_document, *place).then(this, [this, turn = ++m_turn](const Result<BoxOver> &over) {
        if (turn == m_turn && over.ok() && m_visible->isChecked())
            answered(over.value());
    });
}

void BoxOnPage::answered(BoxOver over)
{
    if (over == BoxOver::Nothing || m_placed || !proposeAnother())
        show(over);
}

bool BoxOnPage::proposeAnother()
{
    constexpr int across = 3, rows = 6;
    constexpr double margin = 36, between = 18; // points
    if (m_proposed >= across * rows)
        return false;
    const QRectF now = m_picker->place();
    const double room = m_picker->page().width() - now.width() - 2 * margin;
    const int column = m_proposed % across, row = m_proposed / across;
    ++m_proposed;
    m_proposing = true;
    m_picker->setPlace({margin + room * column / (across - 1), margin + row * (now.height() + between), now.width(), now.height()});
    m_proposing = false;
    return true;
}

void BoxOnPage::show(BoxOver over)
{
    ++m_turn;
    m_over = over;
    m_picker->setHarmful(over == BoxOver::Text || over == BoxOver::Drawing);
    const QString move = tr("Move it to a free place, or sign without a box.");
    if (over == BoxOver::Text)
        m_warning->say(Callout::Kind::Danger, tr("There the box hides text that others signed"),
                       tr("Whoever verifies the document would read that it was altered after signing. ") + move);
    else if (over == BoxOver::Signature)
        m_warning->say(Callout::Kind::Warning, tr("There the box hides that of an earlier signature"),
                       tr("That signature would be shown as valid, with later changes. ") + move);
    else if (over == BoxOver::Drawing)
        m_warning->say(Callout::Kind::Danger, tr("There the box covers part of what others signed"),
                       tr("Whoever verifies the document would read that it was altered after signing. ") + move);
    else
        m_warning->clear();
    Q_EMIT changed();
}

void BoxOnPage::setLines(const QStringList &lines)
{
    m_picker->setLines(lines);
}

std::optional<SignBox> BoxOnPage::box() const
{
    return m_visible->isChecked() ? std::optional(SignBox{m_page->value(), m_picker->place()}) : std::nullopt;
}

void BoxOnPage::loadPage()
{
    if (m_visible->isChecked() && !m_document.isEmpty())
        m_loader.load(m_documents.open(m_document), QStringLiteral("application/pdf"), drawnWidth, m_page->value());
}

} // namespace carriel::ui
