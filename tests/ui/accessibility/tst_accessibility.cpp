// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every page and dialog of the registry, as it would stand in the window, in three themes, in normal and double type
// and with words 40 % longer. Pictures of all go to build/…/screenshots.
#include "Audit.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "tests/support/EventCount.h"
#include "tests/support/Patience.h"
#include "ui/AllPages.h"
#include "ui/onboarding/OnboardingPage.h"
#include "ui/shell/Page.h"
#include "ui/text/Preferences.h"
#include "ui/text/Translation.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/UndoStack.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QHash>
#include <QListWidget>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

using namespace carriel;
using namespace carriel::ui;

namespace {

// Every text 40 % longer, with accents above and tails below, so that what has no room shows it.
class Longer final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        if (n >= 0)
            text.replace(QLatin1String("%n"), QString::number(n));
        if (text.contains(QLatin1String("yyyy")))
            return text;
        return text + QString(qMax<qsizetype>(1, text.size() * 2 / 5), QLatin1Char(' ')).replace(QLatin1String("  "), QStringLiteral(" Ŷ"));
    }
    bool isEmpty() const override { return false; }
};

class QuietHost final : public PageHost
{
public:
    void open(const QString &, const QVariantMap &) override {}
    void say(const QString &, const QString &, std::function<void()>) override {}
    void showError(const Error &) override {}
    UndoStack &undo() override { return m_undo; }
    void switchProfile(const QString &) override {}

private:
    UndoStack m_undo;
};

struct Shown {
    QString name;
    std::function<void(Page *)> prepare; // brings the page into that state
};

QList<Shown> statesOf(const QString &id)
{
    QList<Shown> states{{QString(), [](Page *) {}}};
    if (id != QLatin1String("onboarding"))
        return states;
    using onboarding::StepId;
    for (const auto &[step, name] : {std::pair{StepId::Operator, "operator"}, {StepId::Unlock, "unlock"}, {StepId::Recovery, "recovery"},
                                     {StepId::Login, "login"}, {StepId::Terms, "terms"}, {StepId::Documents, "documents"}}) {
        states.append({QString::fromLatin1(name), [step = step](Page *page) {
                           if (auto *way = qobject_cast<onboarding::OnboardingPage *>(page))
                               way->go(step);
                       }});
    }
    return states;
}

} // namespace

class TestAccessibility final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_font = QApplication::font();
        m_pictures = QStringLiteral(CARRIEL_BINARY_DIR "/screenshots");
        QVERIFY(QDir().mkpath(m_pictures));
        PageParts parts;
        parts.profiles = Profiles(m_dir.filePath(QStringLiteral("profiles")));
        parts.preferences = std::make_shared<text::Preferences>(m_dir.filePath(QStringLiteral("preferences.ini")));
        m_registry = allPages(parts);
        Session::Options options;
        options.dir = m_dir.filePath(QStringLiteral("profile"));
        options.background = false;
        m_session = std::make_unique<Session>(std::move(options));
        bool made = false;
        UnlockChoice choice;
        choice.keyStore = false;
        choice.passphrase = SecretBytes::copyOf("correcto caballo batería grapa");
        m_session->createVault(std::move(choice)).then(this, [&made](const Result<QString> &) { made = true; });
        QTRY_VERIFY_WITH_TIMEOUT(made, 120000); // the passphrase is made slow on purpose
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
        fillFolder();
    }

    void cleanupTestCase()
    {
        m_session.reset();
        m_translation.reset();
    }

    void everyPageIsRegistered()
    {
        // Whatever derives from Page and is final must be made by some addPages(), or nobody audits it. Others are bases.
        static const QRegularExpression derived(QStringLiteral("class\\s+(\\w+)\\s+(final\\s+)?:\\s*public\\s+(\\w+)"));
        QHash<QString, QString> bases;
        QSet<QString> finals;
        QString made;
        QDirIterator walk(QStringLiteral(CARRIEL_SOURCE_DIR "/ui"), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto match = derived.globalMatch(text); match.hasNext();) {
                const QRegularExpressionMatch found = match.next();
                bases.insert(found.captured(1), found.captured(3));
                if (!found.captured(2).isEmpty())
                    finals.insert(found.captured(1));
            }
            made += text;
        }
        int pages = 0;
        for (const QString &name : std::as_const(finals)) {
            bool isPage = false;
            for (QString at = name; bases.contains(at); at = bases.value(at))
                isPage |= bases.value(at) == QLatin1String("Page");
            if (!isPage)
                continue;
            ++pages;
            QVERIFY2(made.contains(QString(QLatin1String("new ") + name + QLatin1Char('(')))
                         || made.contains(QString(QLatin1String("make<") + name + QLatin1Char('>'))),
                     qPrintable(name));
        }
        QVERIFY(pages > 6);
    }

    void audit_data()
    {
        QTest::addColumn<QString>("id");
        for (const PageInfo &info : m_registry.all())
            QTest::newRow(qPrintable(info.id)) << info.id;
    }
    void audit()
    {
        QFETCH(QString, id);
        QStringList wrong;
        walk(id, "light", 1, [&](QWidget &window, const QString &state) {
            QStringList here = audit::names(window) + audit::roles(window) + audit::objectNames(window) +
                               audit::targets(window) + audit::texts(window) + audit::contrast(window);
            here += audit::keyboard(window);
            QTest::qWait(30);
            const test::EventCount layouts(QEvent::LayoutRequest), paints(QEvent::UpdateRequest);
            QTest::qWait(100);
            if (layouts.count() > 20 || paints.count() > 20)
                here << QStringLiteral("does not rest: %1 layouts, %2 paintings").arg(layouts.count()).arg(paints.count());
            for (const QString &line : here)
                wrong.append(QString(state + QLatin1String(" | ") + line));
        });
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(QLatin1Char('\n') + wrong.join(QLatin1Char('\n')))));
    }

    void longerWords_data() { audit_data(); }
    void longerWords()
    {
        QFETCH(QString, id);
        Longer longer;
        qApp->installTranslator(&longer);
        QStringList wrong;
        walk(id, "light", 1, [&](QWidget &window, const QString &state) {
            for (const QString &line : audit::texts(window))
                wrong.append(QString(state + QLatin1String(" | ") + line));
        }, QStringLiteral("longer"));
        qApp->removeTranslator(&longer);
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(QLatin1Char('\n') + wrong.join(QLatin1Char('\n')))));
    }

    void doubleType_data() { audit_data(); }
    void doubleType()
    {
        QFETCH(QString, id);
        QStringList wrong;
        for (const char *look : {"light", "dark", "contrast"}) {
            walk(id, look, 2, [&](QWidget &window, const QString &state) {
                for (const QString &line : audit::texts(window))
                    wrong.append(QString(state + QLatin1String(" | ") + line));
            });
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(QLatin1Char('\n') + wrong.join(QLatin1Char('\n')))));
    }

    void otherLooks_data() { audit_data(); }
    void otherLooks()
    {
        QFETCH(QString, id);
        QStringList wrong;
        for (const char *look : {"dark", "contrast"}) {
            walk(id, look, 1, [&](QWidget &window, const QString &state) {
                for (const QString &line : audit::contrast(window))
                    wrong.append(QString(state + QLatin1String(" | ") + line));
            });
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(QLatin1Char('\n') + wrong.join(QLatin1Char('\n')))));
    }

private:
    // What is opened on a document is opened on one; the others come as from the navigation.
    QVariantMap argumentsFor(const QString &id) const
    {
        const QString document = m_document.text();
        if (id == QLatin1String("viewer") || id == QLatin1String("history") || id == QLatin1String("verify"))
            return {{QStringLiteral("id"), document}};
        if (id == QLatin1String("sign") || id == QLatin1String("documents.move") || id == QLatin1String("documents.labels") ||
            id == QLatin1String("documents.print") || id == QLatin1String("documents.purge"))
            return {{QStringLiteral("ids"), QStringList{document}}};
        return {};
    }

    // Pages show what they show to somebody who uses them: documents, one of which expires, a favourite, a folder.
    void fillFolder()
    {
        const QStringList names{QStringLiteral("Pasaporte de Ángela María Restrepo Echeverri.txt"), QStringLiteral("Diploma.txt"),
                                QStringLiteral("Certificado de existencia y representación legal.txt")};
        QList<AddRequest> requests;
        for (const QString &name : names) {
            QFile file(m_dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(name.toUtf8()) > 0);
            requests.append({file.fileName(), rootItem(), {}, OriginMedium::Electronic});
        }
        Documents &documents = m_session->documents();
        bool done = false;
        documents.add(requests, [](const Progress &) {}, CancelToken()).then(this, [&](const Result<QList<AddedDocument>> &added) {
            const ItemId first = added.value().first().id;
            m_document = first;
            documents.setExpires({first}, QDate::currentDate().addDays(12));
            documents.setLabels({first}, {QStringLiteral("viajes"), QStringLiteral("identidad")}, {});
            documents.addFolder(rootItem(), QStringLiteral("Salud"));
            documents.setFavourite({added.value().last().id}, true).then(this, [&](const Outcome &) { done = true; });
        });
        QTRY_VERIFY(done);
    }

    void walk(const QString &id, const char *look, int scale, const std::function<void(QWidget &, const QString &)> &check,
              const QString &mark = {})
    {
        QFont font = m_font;
        font.setPointSizeF(m_font.pointSizeF() * scale);
        QApplication::setFont(font);
        Theme theme;
        theme.install(*qApp);
        theme.setChoice(themeChoiceFrom(QString::fromLatin1(look)));
        QuietHost host;
        for (const Shown &state : statesOf(id)) {
            QWidget window;
            window.resize(1000, 760);
            auto *layout = new QVBoxLayout(&window);
            layout->setContentsMargins(0, 0, 0, 0);
            Page *page = m_registry.make(id, {*m_session, theme, host}, &window);
            QVERIFY(page);
            layout->addWidget(page);
            window.show();
            page->enter(argumentsFor(id));
            state.prepare(page);
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            window.activateWindow();
            QTest::qWait(20); // what is answered at once, from the vault
            // Sections of one page that stand behind each other.
            auto *sections = page->findChild<QListWidget *>(id + QLatin1String(".sections"));
            const int parts = sections ? sections->count() : 1;
            for (int part = 0; part < parts; ++part) {
                if (sections)
                    sections->setCurrentRow(part);
                QTest::qWait(sections ? 80 : 20); // a section fills itself when it comes to the front
                const QString name = id + (state.name.isEmpty() ? QString() : QString(QLatin1Char('-') + state.name))
                                     + (parts > 1 ? QStringLiteral("-%1").arg(part + 1) : QString());
                const QString file = QStringLiteral("%1/%2-%3-%4%5.png")
                                         .arg(m_pictures, name, QString::fromLatin1(look))
                                         .arg(scale * 100)
                                         .arg(mark.isEmpty() ? QString() : QString(QLatin1Char('-') + mark));
                QVERIFY(window.grab().save(file));
                check(window, QStringLiteral("%1 %2 %3 %").arg(name, QString::fromLatin1(look)).arg(scale * 100));
            }
        }
        QApplication::setFont(m_font);
    }

    QTemporaryDir m_dir;
    QFont m_font;
    QString m_pictures;
    PageRegistry m_registry;
    std::unique_ptr<Session> m_session;
    ItemId m_document; // the first that was added
    std::unique_ptr<text::Translation> m_translation;
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
