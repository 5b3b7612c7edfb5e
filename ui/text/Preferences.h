// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for this computer's user before any vault is open: language and look. A small file of settings, nothing
// secret. What belongs to one folder is kept in its vault (Session::setting). Thread: GUI.
#pragma once

#include <QObject>
#include <QSettings>

namespace carriel::text {

class Preferences final : public QObject
{
    Q_OBJECT
public:
    explicit Preferences(const QString &file, QObject *parent = nullptr); // an .ini file; made when something is set
    static QString defaultFile();

    QString language() const;              // "es" unless chosen otherwise
    void setLanguage(const QString &language);
    QString appearance() const;            // "system" "light" "dark" "contrast"
    void setAppearance(const QString &name);
    bool reducedMotion() const;
    void setReducedMotion(bool on);
    QByteArray windowPlace() const; // as QWidget::saveGeometry tells it; empty: never kept
    void setWindowPlace(const QByteArray &place);

Q_SIGNALS:
    void languageChanged(const QString &language); // app/ loads the words and makes the window anew
    void appearanceChanged(const QString &name);
    void reducedMotionChanged(bool on);

private:
    QString read(const QString &key, const QString &fallback) const;

    QSettings m_store;
};

// Keys of Session::setting that the window and app/ share.
namespace keys {
inline const QString idleMinutes = QStringLiteral("lock.idle_minutes");        // "15"; "0": never
inline const QString notices = QStringLiteral("notices.show");                 // "yes" or "no"
inline const QString noticeContent = QStringLiteral("notices.content");        // "yes" or "no": may they name documents
inline const QString recoveryConfirmed = QStringLiteral("recovery.confirmed"); // "yes" once two groups were typed back
inline const QString openedByCode = QStringLiteral("unlock.by_code"); // "yes": nobody knows the other way any more, probably
} // namespace keys

} // namespace carriel::text
