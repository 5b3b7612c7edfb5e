// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contributions/ScanPanel.h"

#include "ui/text/OneStop.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/FlowLayout.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {
constexpr QSize seenSize{180, 240}; // of the last page
constexpr int mostPages = 50;
} // namespace

ScanPanel::ScanPanel(const Theme &theme, const QString &name, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_words = theme.label({}, TypeRole::Body, this);
    m_words->setObjectName(name + QLatin1String(".words"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_which = new QComboBox(this);
    m_which->setObjectName(name + QLatin1String(".which"));
    m_which->setAccessibleName(tr("Scanner"));
    m_which->setMinimumHeight(space::target);
    m_seen = new QLabel(this);
    m_seen->setObjectName(name + QLatin1String(".seen"));
    m_seen->setFrameShape(QFrame::StyledPanel);
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, space::s);
    const auto button = [&](const char *part, const QString &words, auto work) {
        auto *push = new QPushButton(words, bar);
        push->setObjectName(name + QLatin1Char('.') + QLatin1String(part));
        flow->addWidget(push);
        connect(push, &QPushButton::clicked, this, work);
        return push;
    };
    m_scan = button("scan", tr("Scan this page"), [this] { scan(); });
    m_use = button("use", {}, [this] {
        const QByteArray pdf = Scanner::pdfOf(m_pages);
        end();
        Q_EMIT scanned(pdf);
    });
    m_search = button("search", tr("Look for scanners again"), [this] { begin(); });
    m_stop = button("stop", tr("Do not scan"), [this] { end(); });
    for (QWidget *widget : {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_which), static_cast<QWidget *>(m_seen), bar})
        column->addWidget(widget);
    hide();
}

void ScanPanel::begin()
{
    m_pages.clear();
    m_which->clear();
    show();
    if (!Scanner::isInstalled())
        return update(tr("This computer cannot scan: the program scanimage is missing (package sane-utils of Debian). Or take a picture with your phone, bring it to this "
                         "computer and choose “Add from this computer…”."));
    m_scanner.find([this](const QList<Scanner::Device> &devices) { found(devices); });
    update(tr("Looking for scanners…"));
}

void ScanPanel::end()
{
    m_scanner.cancel();
    m_pages.clear();
    m_seen->clear();
    hide();
}

void ScanPanel::found(const QList<Scanner::Device> &devices)
{
    for (const Scanner::Device &one : devices)
        m_which->addItem(text::neutral(one.name), one.id);
    update(devices.isEmpty() ? tr("No scanner was found. Is it on and connected? Or take a picture with your phone, bring it to this computer and choose “Add from this computer…”.")
                             : tr("Put the paper into %1.").arg(m_which->currentText()));
}

void ScanPanel::scan()
{
    m_scanner.scan(m_which->currentData().toString(), [this](const QImage &page, const QString &why) { came(page, why); });
    update(tr("Scanning…"));
}

void ScanPanel::came(const QImage &page, const QString &why)
{
    if (page.isNull())
        return update(why.isEmpty() ? tr("The scanner gave no page.") : text::oneStop(tr("The scanner gave no page. It says: %1.").arg(text::neutral(why.section(u'\n', -1)))));
    m_pages.append(page);
    m_seen->setPixmap(QPixmap::fromImage(page.scaled(seenSize, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    m_seen->setAccessibleName(tr("Page %1").arg(m_pages.size()));
    update(tr("This is page %1. Is it whole and can it be read?").arg(m_pages.size()));
}

void ScanPanel::update(const QString &words)
{
    m_words->setText(words);
    const bool busy = m_scanner.isBusy(), any = m_which->count() > 0;
    m_which->setVisible(m_which->count() > 1 && m_pages.isEmpty());
    m_seen->setVisible(!m_pages.isEmpty());
    m_scan->setText(m_pages.isEmpty() ? tr("Scan this page") : tr("Scan one more page"));
    m_scan->setVisible(any && m_pages.size() < mostPages);
    m_scan->setEnabled(!busy);
    m_use->setText(tr("Use what was scanned (%n page(s))", nullptr, int(m_pages.size())));
    m_use->setVisible(!m_pages.isEmpty());
    m_use->setEnabled(!busy);
    m_search->setVisible(!any && !busy && Scanner::isInstalled());
    m_stop->setText(busy || any ? tr("Do not scan") : tr("Close"));
}

} // namespace carriel::ui
