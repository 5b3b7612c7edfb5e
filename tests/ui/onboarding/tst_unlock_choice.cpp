// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Patience.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/UnlockChoiceForm.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace carriel;
using namespace carriel::ui;

class TestUnlockChoice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The rule of every other place; and a keyring is made, or asked for, only where somebody chose it.
    void howTheDocumentsOpenIsChosenKnowingly()
    {
        const Theme theme;
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *form = new UnlockChoiceForm(theme, QStringLiteral("clave"), &window);
        column->addWidget(form);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *keyStore = window.findChild<QAbstractButton *>(QStringLiteral("clave.keyStore"));
        auto *passphrase = window.findChild<QAbstractButton *>(QStringLiteral("clave.passphrase"));
        auto *again = window.findChild<QAbstractButton *>(QStringLiteral("clave.lookAgain"));
        auto *first = window.findChild<QLineEdit *>(QStringLiteral("clave.first"));
        auto *second = window.findChild<QLineEdit *>(QStringLiteral("clave.second"));
        form->setKeyStore(QStringLiteral("locked"));
        QVERIFY(!keyStore->isEnabled());
        QVERIFY(passphrase->isChecked());
        QVERIFY(again->isVisible());
        bool asked = false;
        connect(form, &UnlockChoiceForm::lookAgain, this, [&asked] { asked = true; });
        again->click();
        QVERIFY(asked);
        form->setKeyStore(QStringLiteral("no_keyring"));
        QVERIFY(!again->isVisible());
        QVERIFY(keyStore->isEnabled());
        QVERIFY(passphrase->isChecked()); // nobody is led into the system's dialog unawares
        for (const char *weak : {"a", "aaaaaaaa", "abababab"}) {
            first->setText(QString::fromLatin1(weak));
            second->setText(QString::fromLatin1(weak));
            QVERIFY2(!form->complete(), weak);
        }
        first->setText(QStringLiteral("la nueva"));
        second->setText(QStringLiteral("la nueva"));
        QVERIFY(form->complete());
        keyStore->click();
        form->setKeyStore(QStringLiteral("no_keyring")); // looked again: what was chosen stays
        QVERIFY(keyStore->isChecked());
        form->setKeyStore({});
        QVERIFY(keyStore->isChecked());
    }
};

QTEST_MAIN(TestUnlockChoice)
#include "tst_unlock_choice.moc"
