// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An operator as an entity sees it: token, uploads, requests that are repeated with the same bytes until an answer is
// known.
#pragma once

#include "reference-operator/entity/Home.h"

#include <QJsonObject>
#include <memory>
#include <stdexcept>

namespace httplib {
class SSLClient;
}

namespace carriel::entity {

class Refused : public std::runtime_error // by the operator
{
public:
    Refused(int status, QJsonObject problem, int retryAfter = 0);
    int status() const { return m_status; }
    const QJsonObject &problem() const { return m_problem; }
    QString code() const; // never empty: what answers no problem (RFC 9457) but an error of OAuth has its name
    int retryAfter() const { return m_retryAfter; } // seconds; 0: it did not say

private:
    int m_status;
    QJsonObject m_problem;
    int m_retryAfter;
};

class Api
{
public:
    explicit Api(const Home &home); // asks for discovery
    ~Api();

    const QJsonObject &discovery() const { return m_discovery; }
    qint64 largest() const; // bytes of a sealed content that it takes
    QString api() const;

    // `path` below the api. An entity's request carries its token; one that has an effect its key. Throw Refused, and
    // std::runtime_error when there is no answer.
    QJsonObject get(const QString &path);
    QByteArray bytes(const QString &path); // with the digest that its header names
    QJsonObject put(const QString &path, const QJsonObject &body, const QString &key);
    QJsonObject post(const QString &path, const QByteArray &body, const char *mediaType);
    QJsonObject registerWith(const QByteArray &invitation, const QJsonObject &body);
    // The blob's id for each, in the order given; small ones together.
    QStringList upload(const QList<QByteArray> &ciphers);

private:
    QByteArray token();
    QString uploadLarge(const QByteArray &cipher);
    struct Answer;
    [[noreturn]] static void refuse(const Answer &answer);
    Answer send(const char *method, const QString &path, const QByteArray &body, const char *mediaType,
                const QList<std::pair<QByteArray, QByteArray>> &headers, bool asEntity);
    QJsonObject json(const char *method, const QString &path, const QByteArray &body, const char *mediaType,
                     const QList<std::pair<QByteArray, QByteArray>> &headers = {}, bool asEntity = true);

    const Home &m_home;
    std::unique_ptr<httplib::SSLClient> m_http;
    QJsonObject m_discovery;
    QByteArray m_token;
    qint64 m_tokenUntil = 0;
};

} // namespace carriel::entity
