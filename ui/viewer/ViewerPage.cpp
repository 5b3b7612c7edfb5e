// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/ViewerPage.h"

#include "core/services/DamagedDocuments.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/models/RowWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/ClosedPdf.h"
#include "ui/viewer/Decode.h"
#include "ui/viewer/FindBar.h"
#include "ui/viewer/ImageView.h"
#include "ui/viewer/PdfView.h"
#include "ui/viewer/SlicedReader.h"
#include "ui/viewer/VerificationPane.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/EmptyState.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {
constexpr qint64 mostText = 32 * 1024 * 1024;
constexpr qsizetype mostShownText = 4 * 1024 * 1024;
} // namespace

ViewerPage::ViewerPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    column->addWidget(makeBar());
    m_stack = new QStackedWidget(this);
    auto *findPlace = new QVBoxLayout;
    column->addLayout(findPlace);
    column->addWidget(m_stack, 1);
    m_pdfView = new PdfView(theme(), m_stack);
    connect(m_pdfView, &PdfView::opened, this, [this](int pages) {
        const QSignalBlocker quiet(m_pageBox);
        m_pageBox->setMaximum(pages);
        m_pageBox->setValue(1);
        m_pageCount->setText(tr("of %1").arg(pages));
    });
    connect(m_pdfView, &PdfView::failed, this, [this](PdfPages::Failure failure) {
        if (failure == PdfPages::Failure::Unreadable)
            return cannotRead(pdfWords(failure));
        if (failure != PdfPages::Failure::NeedsPassword)
            return cannot(pdfWords(failure));
        m_stack->setCurrentWidget(m_closed);
        m_closed->ask();
    });
    m_image = new ImageView(m_stack);
    m_text = new QPlainTextEdit(m_stack);
    m_text->setObjectName(QStringLiteral("textView"));
    m_text->setAccessibleName(tr("Text of the document"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard); // Ctrl+End and the like
    m_find = new FindBar(theme(), m_pdfView, m_text, this);
    findPlace->addWidget(m_find);
    connect(m_find, &FindBar::left, this, &ViewerPage::leaveFind);
    m_empty = new EmptyState(theme(), m_stack);
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (m_way)
            m_way();
    });
    m_closed = new ClosedPdf(theme(), m_stack);
    connect(m_closed, &ClosedPdf::given, this, [this] { showPdf(m_closed->take()); });
    for (QWidget *w : {static_cast<QWidget *>(m_pdfView), static_cast<QWidget *>(m_image), static_cast<QWidget *>(m_text),
                       static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_closed)})
        m_stack->addWidget(w);
    m_signatures = new VerificationPane(context, this);
    m_signatures->hide();
    connect(m_pdfView, &PdfView::pageChanged, this, [this](int page) {
        const QSignalBlocker quiet(m_pageBox);
        m_pageBox->setValue(page + 1);
    });
    connect(new QShortcut(QKeySequence::ZoomIn, this), &QShortcut::activated, this, [this] { zoom(1.25); });
    // As in the list of documents.
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_I), this), &QShortcut::activated, this, [this] {
        if (!m_row.id.isEmpty())
            host().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{m_row.id.text()}}});
    });
    connect(new QShortcut(QKeySequence::ZoomOut, this), &QShortcut::activated, this, [this] { zoom(0.8); });
}

ViewerPage::~ViewerPage() { forget(); }

QWidget *ViewerPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    const auto tool = [&](const char *icon, const QString &name, const QString &words, auto act) {
        auto *button = new QToolButton(bar);
        button->setObjectName(name);
        button->setIcon(theme().icon(QString::fromLatin1(icon)));
        button->setToolTip(words);
        button->setAccessibleName(words);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    auto *back = tool("chevron-left", QStringLiteral("viewerBack"), tr("Back (Esc)"), [this] {
        if (!m_find->isHidden()) // one thing after the other
            leaveFind();
        else
            host().open(m_from.isEmpty() ? QStringLiteral("documents") : m_from);
    });
    back->setShortcut(QKeySequence(Qt::Key_Escape));
    m_title = new ElidedLabel(bar);
    m_title->setFont(theme().font(TypeRole::Title));
    m_title->setObjectName(QStringLiteral("viewerTitle"));
    m_title->setMinimumWidth(60);
    row->addWidget(m_title, 1);
    m_pageBox = new QSpinBox(bar);
    m_pageBox->setObjectName(QStringLiteral("viewerPage"));
    m_pageBox->setAccessibleName(tr("Page"));
    m_pageBox->setMinimum(1);
    row->addWidget(m_pageBox);
    m_pageCount = theme().label({}, TypeRole::Body, bar, Role::TextMuted);
    m_pageCount->setWordWrap(false);
    row->addWidget(m_pageCount);
    connect(m_pageBox, &QSpinBox::valueChanged, this, [this](int page) { m_pdfView->goTo(page - 1); });
    m_zoomers << tool("zoom-out", QStringLiteral("viewerSmaller"), tr("Smaller (Ctrl+-)"), [this] { zoom(0.8); });
    m_zoomers << tool("zoom-in", QStringLiteral("viewerLarger"), tr("Larger (Ctrl++)"), [this] { zoom(1.25); });
    m_zoomers << tool("move-horizontal", QStringLiteral("viewerFit"), tr("Fit to the window"), [this] { fit(); });
    m_findButton = tool("search", QStringLiteral("viewerFind"), tr("Find in this document (Ctrl+F)"), [this] { m_find->begin(); });
    m_findButton->setShortcut(QKeySequence::Find);
    auto *print = tool("printer", QStringLiteral("viewerPrint"), tr("Print… (Ctrl+P)"), [this] {
        if (!m_row.id.isEmpty())
            host().open(QStringLiteral("documents.print"), {{QStringLiteral("ids"), QStringList{m_row.id.text()}}});
    });
    print->setShortcut(QKeySequence::Print);
    auto *elsewhere = tool("external-link", QStringLiteral("viewerOpenWith"), tr("Open with another program (Ctrl+Shift+O)"),
                           [this] { openElsewhere(); });
    elsewhere->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)); // as in the list
    return bar;
}

// The documents page watches the copies; this view stays in front.
void ViewerPage::openElsewhere()
{
    if (!m_row.id.isEmpty())
        host().open(QStringLiteral("documents"), {{QStringLiteral("openWith"), m_row.id.text()},
                                                  {QStringLiteral("back"), true},
                                                  {QStringLiteral("then"), objectName()}});
}

void ViewerPage::enter(const QVariantMap &args)
{
    const ItemId id(args.value(QStringLiteral("id")).toString());
    if (id.isEmpty()) { // as it was left; what the lock took from the view comes back
        if (m_row.id.isEmpty() && !m_last.isEmpty())
            show(m_last);
        return;
    }
    m_from = args.value(QStringLiteral("from")).toString();
    show(id);
    focusContent();
}

void ViewerPage::forget()
{
    delete m_reader;
    m_pdfView->forget();
    m_image->setImage({});
    m_find->forget();
    m_text->clear();
    m_closed->forget();
    m_title->clear();
    m_signatures->forget();
    m_row = {};
}

QWidget *ViewerPage::details()
{
    return holdsSignatures(m_row.mediaType) ? m_signatures : nullptr;
}

void ViewerPage::focusContent() { m_stack->currentWidget()->setFocus(); }

void ViewerPage::show(const ItemId &id)
{
    forget();
    const QList<DocumentRow> rows = session().documents().rows({id});
    if (rows.isEmpty()) {
        m_empty->show(QStringLiteral("file-x"), tr("This document is no longer here"), {});
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_row = rows.first();
    m_last = id;
    m_title->setText(m_row.name);
    m_title->setToolTip(m_row.name);
    const bool pdf = m_row.mediaType == QLatin1String("application/pdf");
    const bool image = showsAsImage(m_row.mediaType);
    for (QWidget *w : {static_cast<QWidget *>(m_pageBox), static_cast<QWidget *>(m_pageCount)})
        w->setVisible(pdf);
    for (QWidget *w : std::as_const(m_zoomers))
        w->setVisible(pdf || image);
    m_findButton->setVisible(pdf || (!image && showsAsText(m_row.mediaType)));
    Q_EMIT detailsChanged();
    if (holdsSignatures(m_row.mediaType) && m_row.here)
        m_signatures->show(m_row);
    if (const auto damaged = DamagedDocuments::of(session().documents()).known(id)) {
        showDamaged(damaged == DamagedDocuments::Finding::AtOperator);
    } else if (pdf) {
        showPdf();
    } else if (image) {
        showPicture();
    } else if (showsAsText(m_row.mediaType)) {
        showText();
    } else {
        cannot(tr("This kind of file cannot be shown here."));
    }
}

// Nothing but the view knows the password, as long as it shows the document.
void ViewerPage::showPdf(SecretBytes password)
{
    m_pageBox->setMaximum(1);
    m_pageCount->clear();
    m_stack->setCurrentWidget(m_pdfView);
    const auto source = [this, id = m_row.id] { return session().documents().open(id); };
    m_pdfView->open(source, std::move(password));
    m_find->lookIn(source); // what is locked by a password is not looked through
}

QString ViewerPage::pdfWords(PdfPages::Failure failure)
{
    switch (failure) {
    case PdfPages::Failure::NotHere:
        return tr("Its content is not on this computer.");
    case PdfPages::Failure::TooLarge:
        return tr("It is too large to be shown here.");
    case PdfPages::Failure::NeedsPassword:
        break; // it is asked for
    case PdfPages::Failure::NoHelper:
        return tr("The part of this program that shows documents does not start. Installing the program again mends that. Your document is unharmed.");
    case PdfPages::Failure::Unreadable:
        break;
    }
    return tr("This PDF is damaged or is not a PDF.");
}

void ViewerPage::showText()
{
    m_stack->setCurrentWidget(m_text);
    auto *reader = new SlicedReader(session().documents().open(m_row.id), mostText, this);
    m_reader = reader;
    connect(reader, &SlicedReader::failed, this, [this](SlicedReader::Failure failure) {
        if (failure == SlicedReader::Failure::Unreadable)
            return cannotRead(tr("It could not be read."));
        cannot(failure == SlicedReader::Failure::NotHere ? tr("Its content is not on this computer.") : tr("It is too large to be shown here."));
    });
    connect(reader, &SlicedReader::finished, this, [this](const QByteArray &bytes) {
        const DecodedText decoded = decodeText(bytes, mostShownText);
        m_text->setPlainText(decoded.text);
        if (decoded.cut)
            m_text->appendPlainText(tr("[The document goes on; open it with another program to see the rest.]"));
    });
}

void ViewerPage::showPicture()
{
    m_stack->setCurrentWidget(m_image);
    auto *pages = new PdfPages([this, id = m_row.id] { return session().documents().open(id); }, this);
    m_reader = pages;
    connect(pages, &PdfPages::opened, pages, [pages] { pages->want({{0, int(pages->sizes().value(0).width())}}); });
    connect(pages, &PdfPages::drawn, this, [this, pages](int, int, const QImage &picture) {
        m_image->setImage(picture);
        pages->deleteLater(); // it is all there is
    });
    const auto broken = [this, pages](PdfPages::Failure failure) {
        pages->deleteLater();
        if (failure == PdfPages::Failure::Unreadable || failure == PdfPages::Failure::NeedsPassword)
            return cannotRead(tr("This picture is damaged, or larger than can be shown here."));
        cannot(pdfWords(failure));
    };
    connect(pages, &PdfPages::notDrawn, this, [broken] { broken(PdfPages::Failure::Unreadable); });
    connect(pages, &PdfPages::failed, this, broken);
}

void ViewerPage::cannot(const QString &why)
{
    m_way = [this] { openElsewhere(); };
    m_empty->show(QStringLiteral("file-text"), tr("No view of this document"), why, tr("Open with another program"));
    m_stack->setCurrentWidget(m_empty);
}

void ViewerPage::cannotRead(const QString &why)
{
    cannot(why);
    DamagedDocuments::of(session().documents()).look(m_row.id).then(this, [this, id = m_row.id](const Result<DamagedDocuments::Finding> &found) {
        if (found.ok() && found.value() != DamagedDocuments::Finding::Whole && m_row.id == id)
            showDamaged(found.value() == DamagedDocuments::Finding::AtOperator);
    });
}

// No other program would read it either: it comes again, or what can be read of all is saved.
void ViewerPage::showDamaged(bool atOperator)
{
    if (atOperator) {
        m_way = [this, id = m_row.id] {
            host().say(tr("Bringing it again from your operator…"));
            session().documents().fetch(id).then(this, [this, id](const Outcome &came) {
                if (!came.ok())
                    host().showError(came.error());
                else if (m_row.id == id)
                    show(id);
            });
        };
    } else {
        m_way = [this] { session().readThrough(); };
    }
    m_empty->show(QStringLiteral("triangle-alert"), tr("The content on this computer is damaged"),
                  atOperator ? tr("A part of it does not read as it was written, so nothing of it is shown. Your operator has it whole.")
                             : tr("It was only on this computer, so nobody can bring it. What can be read of your other documents can be saved into a new file."),
                  atOperator ? tr("Bring it again from the operator") : tr("Save what can be read…"));
    m_stack->setCurrentWidget(m_empty);
}

void ViewerPage::zoom(double factor)
{
    if (m_stack->currentWidget() == m_image) {
        m_image->zoomBy(factor);
        return;
    }
    m_pdfView->zoomBy(factor);
}

void ViewerPage::leaveFind()
{
    m_find->hide();
    m_pdfView->clearMarks();
    m_text->setExtraSelections({});
    focusContent();
}

void ViewerPage::fit()
{
    m_image->fit();
    m_pdfView->fit();
}

} // namespace carriel::ui
