// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// For developers: goes through the places of the window, keeps a picture of each, and ends. Thread: GUI.
#pragma once

#include "app/desktop/OpenProfile.h"

namespace carriel::desktop {

class Screenshots final : public QObject
{
    Q_OBJECT
public:
    Screenshots(OpenProfile &profile, QString folder, QString suffix, QObject *parent = nullptr);
    void start(); // waits for an open vault, a minute at most

Q_SIGNALS:
    void finished(int pictures);

private:
    void begin();
    void next();
    void keep(const QString &name);

    struct Stop {
        QString page;
        QString name; // of the picture
        QVariantMap args;
    };
    OpenProfile &m_profile;
    QString m_folder;
    QString m_suffix; // of the file names: the theme
    QList<Stop> m_left;
    int m_kept = 0;
    bool m_begun = false;
};

} // namespace carriel::desktop
