// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How the engine's values are written in columns. Private to core/vault.
#pragma once

#include "core/sync/Rows.h"
#include "core/vault/Database.h"

namespace carriel::vault {

QString metaText(const ItemMeta &meta);           // JSON
ItemMeta metaFrom(QByteArrayView json);
QString factsText(const ServerFacts &facts);      // JSON; unset members are absent
ServerFacts factsFrom(QByteArrayView json);
QString nameRulesText(const NameRules &rules);    // JSON
NameRules nameRulesFrom(QByteArrayView json);

// The columns of a SELECT that these read, in this order, from column 0.
sync::ItemRow itemFrom(const Statement &row); // id,type,custody,r_rev,r_etag,r_parent,r_name,r_state,r_version,r_meta,
                                              // b_rev,b_parent,b_name,b_state,b_version,b_meta,
                                              // l_parent,l_name,l_state,l_version,l_meta,facts,missing_since,keep
sync::VersionRow versionFrom(const Statement &row); // id,item,blob,origin,media_type,label,created
sync::BlobRow blobFrom(const Statement &row); // id,remote_id,sha256,size,state,pinned,on_server,verified,last_used
sync::TransferRow transferFrom(const Statement &row); // blob,direction,upload_url,acked_offset,etag,expires,paused
sync::OpRow opFrom(const Statement &row);             // seq,op_key,kind,target,lane,version,state,method,path,if_match,
                                          // content_type,body,body_sha256,attempts,not_before,created,first_sent,
                                          // problem,problem_text,needs,base
sync::ConflictRow conflictFrom(const Statement &row); // id,item,kind,ours,theirs,resolution,created

inline QString textOrNull(const QString &text) { return text.isEmpty() ? QString() : text; }
inline QString present(const QString &text) { return text.isNull() ? QStringLiteral("") : text; } // never NULL
inline QByteArray bytesOrNull(const QByteArray &bytes) { return bytes.isEmpty() ? QByteArray() : bytes; }

} // namespace carriel::vault
