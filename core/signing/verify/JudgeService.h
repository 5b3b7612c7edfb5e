// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The child's side of ConfinedVerifier: one question, one answer. Pure.
#pragma once

#include <QByteArray>
#include <optional>

namespace carriel::signing {

// JSON to JSON; empty if the question is not understood.
QByteArray judge(const QByteArray &question, QByteArrayView file, const std::optional<QByteArrayView> &content);

// Loads what the libraries would load on first use: after the process is sealed that would be too late.
void warmUpReaders();

} // namespace carriel::signing
