// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every way by which a sealed act could be had without opening it, tried one after the other.
#pragma once

#include "core/evidence/proof/EvidencePackage.h"
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "tests/ui/onboarding/Program.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QMimeData>
#include <QTemporaryDir>

namespace carriel::ui::test {

// Viewer, versions, print, share, verify, sign, … each page and dialog of the program is asked for it.
inline void tryEveryPage(Program &program, const NotificationEntry &one, const QString &secret)
{
    const auto holdsSecret = [&secret](const QWidget *top) {
        for (const QLabel *label : top->findChildren<QLabel *>()) {
            if (label->text().contains(secret))
                return true;
        }
        return false;
    };
    for (const PageInfo &info : program.registry.all()) {
        if (info.place == PagePlace::Gate)
            continue;
        program.navigator->open(info.id, {{QStringLiteral("id"), one.id},
                                          {QStringLiteral("item"), one.id},
                                          {QStringLiteral("ids"), QStringList{one.id}},
                                          {QStringLiteral("number"), 0},
                                          {QStringLiteral("search"), QStringLiteral("reservada")}});
        QTest::qWait(5);
        for (const QWidget *top : QApplication::topLevelWidgets())
            QVERIFY2(!holdsSecret(top), qPrintable(info.id));
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top != program.window.get() && top->isVisible())
                top->close();
        }
    }
}

// Whatever hands out bytes: to the viewer, its pictures and the printer, to the person's files, to others.
template <typename Answer>
void tryEveryService(Documents &documents, const NotificationEntry &one, const QString &secret, Answer answer)
{
    Notifications &mail = documents.notifications();
    QTemporaryDir out;
    const ItemId item(one.id);
    const QString file = out.filePath(one.id);
    QVERIFY(!mail.opened(one.id).ok());
    QVERIFY(!mail.document(one.id, 0).ok());
    QVERIFY(!answer(mail.keepDocument(one.id, 0, {})).ok());
    QVERIFY(!answer(documents.fetch(item)).ok());
    QVERIFY(!answer(documents.exportTo(item, file, {}, {})).ok());
    QVERIFY(!QFile::exists(file));
    QVERIFY(!documents.open(item));
    QVERIFY(answer(mail.exportEvidence(one.id, file)).ok()); // the proof of what came, without what is in it
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    const auto proof = evidence::checkEvidence(bytes, {});
    QVERIFY(proof.ok() && proof.value().proof.content.isEmpty() && proof.value().proof.salt.isEmpty());
    QVERIFY(!bytes.contains(secret.toUtf8()));
    QVERIFY(!answer(mail.open(one.id, QByteArray("another text"))).ok()); // not the warning that was shown
}

// What can be dragged or copied from the list and from the page before opening, and what keys do there.
inline void tryHands(Program &program, const NotificationEntry &one, const QString &secret)
{
    program.navigator->open(QStringLiteral("notifications"));
    for (const auto *view : program.window->findChildren<QAbstractItemView *>()) {
        const QAbstractItemModel *model = view->model();
        if (!view->isVisible() || !model)
            continue;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            for (const auto &value : model->itemData(index))
                QVERIFY(!value.toString().contains(secret));
            const std::unique_ptr<QMimeData> dragged(model->mimeData({index}));
            QVERIFY(!dragged || !dragged->text().contains(secret));
            QVERIFY(!dragged || dragged->urls().isEmpty());
        }
    }
    for (const char *page : {"notifications", "notification"}) {
        program.navigator->open(QString::fromLatin1(page), {{QStringLiteral("id"), one.id}});
        QWidget *shown = program.navigator->page(QString::fromLatin1(page));
        QVERIFY(shown);
        for (const auto sequence :
             {QKeySequence::Print, QKeySequence::Copy, QKeySequence::Save, QKeySequence::Delete}) {
            for (const QKeySequence &keys : QKeySequence::keyBindings(sequence))
                QTest::keySequence(shown, keys);
        }
    }
    QVERIFY(!QGuiApplication::clipboard()->text().contains(secret));
    program.navigator->open(QStringLiteral("home"));
}

} // namespace carriel::ui::test
