// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The terms and conditions in force. A change of the text is a new version with a new id; what people accepted stays with them.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace carriel::op {

struct Terms {
    QString id;
    QString version;
    QString text;      // Markdown, es-CO
    QByteArray sha256; // 32 raw bytes, of the UTF-8 text
    QJsonObject json() const;
};

const Terms &termsInForce();

} // namespace carriel::op
