// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Finds who answers a request and does what every request needs: token, folder, limits, errors, log. Thread: any once filled.
#pragma once

#include "reference-operator/Operator.h"

#include <vector>

namespace carriel::op {

// Limited: for everybody, so much at a time from one address; it writes or signs.
enum class Access { Public, Limited, Login, Folder, Entity };

class Router
{
public:
    using Handler = void (*)(Operator &, Exchange &);
    explicit Router(Operator &op) : m_op(op) {}

    // `pattern` below the api: "/folders/*/items/*"; each * is an id, the first of an Access::Folder route the folder. In an
    // Access::Entity route the folder is the one that the entity's uploads lie in.
    void add(const char *method, const char *pattern, const char *name, Access access, Handler handler);
    void addRoot(const char *pattern, const char *name, Handler handler); // GET below the host
    void serve(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader *reader) const;

private:
    struct Route {
        QByteArray method;
        QStringList segments;
        QString name;
        Access access;
        Handler handler;
    };
    const Route &find(Exchange &ex) const;
    void answer(Exchange &ex) const;

    Operator &m_op;
    std::vector<Route> m_routes;
};

void addDiscoveryRoutes(Router &router);
void addFolderRoutes(Router &router);
void addItemRoutes(Router &router);
void addUploadRoutes(Router &router);
void addBlobRoutes(Router &router);
void addFeedRoutes(Router &router);
void addFixityRoutes(Router &router);
void addEntityRoutes(Router &router);
void addDepositRoutes(Router &router);
void addNotificationRoutes(Router &router);
void addContributionRoutes(Router &router);
void addActivityRoutes(Router &router);
void addShareRoutes(Router &router);
void addPersonKeyRoutes(Router &router);
void addLinkRoutes(Router &router);

} // namespace carriel::op
